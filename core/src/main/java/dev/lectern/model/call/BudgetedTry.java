package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.WireReply;

/** Stops before the request that would cross the limit. */
final class BudgetedTry implements Try {
    private final Try next;
    private final Budget budget;

    BudgetedTry(Try next, Budget budget) {
        this.next = next;
        this.budget = budget;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        budget.take();
        return next.ask(request, manner, bill);
    }
}
