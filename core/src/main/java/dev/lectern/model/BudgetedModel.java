package dev.lectern.model;

/** Stops before the call that would cross the limit. Calls that brought no answer cost nothing. */
public final class BudgetedModel implements ChatModel {
    private final ChatModel model;
    private final Budget budget;

    public BudgetedModel(ChatModel model, Budget budget) {
        this.model = model;
        this.budget = budget;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        budget.take();
        boolean answered = false;
        try {
            ChatReply reply = model.chat(request);
            answered = true;
            return reply;
        } catch (ModelException e) {
            answered = e.kind() == ModelException.Kind.REFUSED;
            throw e;
        } finally {
            if (!answered) {
                budget.giveBack();
            }
        }
    }
}
