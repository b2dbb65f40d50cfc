package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.redact.Redactor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Gives a conversation a number, the higher the better: the messages of a request are the conversation, the text of its reply is the number.
 * Kept, limited and paid for as any call. A server that answers without a number is asked again, then it has refused.
 */
final class RewardModel implements ChatModel {
    /** The kind of reply that rewards are kept as. */
    static final String KEPT = "reward";

    /** Askings in all where an answer comes that holds no number. */
    private static final int TRIES = 3;

    private final ModelId id;
    private final DurableModel kept;
    private final Optional<Redactor> redactor;

    /** @param redactor takes personal data out of what leaves this machine; the number needs none of it back */
    RewardModel(Embedders.Way way, ReplyStore store, CallMeter meter, Clock clock, Optional<Redactor> redactor) {
        this.id = way.id();
        this.redactor = redactor;
        this.kept = new DurableModel(
                id,
                (request, bill) -> number(way.tries(), request, bill, meter),
                store,
                provider -> BodyReader.PLAIN,
                meter,
                clock,
                KEPT);
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        return kept.chat(redactor.map(hider -> RedactedModel.hidden(request, hider.hiding()))
                .orElse(request));
    }

    /** Asks for the reward of a first conversation, so that a wrong address shows before any work; kept like all others. @return what is wrong */
    List<Problem> probe() {
        try {
            kept.chat(ChatRequest.of(
                    List.of(ChatMessage.user("Are you ready?"), new ChatMessage("assistant", "Yes, I am ready."))));
            return List.of();
        } catch (ModelException e) {
            return e.kind() == ModelException.Kind.BUDGET
                    ? List.of()
                    : List.of(e.problem()
                            .orElseGet(() -> new Problem(
                                    e.getMessage(), "model '" + id.name() + "' at " + id.base(), "check --reward")));
        }
    }

    private static ChatReply number(Try tries, ChatRequest request, Bill bill, CallMeter meter) {
        for (int asked = 1; ; asked++) {
            ChatReply reply =
                    tries.ask(request, Manner.of(ReplyForm.TEXT), bill).reply();
            if (!reply.text().isEmpty()) {
                return reply;
            } else if (asked == TRIES) {
                throw new ModelException(
                        Refusal.MALFORMED,
                        "the reward model answers without a number (" + TRIES + " times)",
                        reply.body(),
                        reply.usage());
            }
            bill.unusable(reply.body());
            meter.retried(Fault.MALFORMED);
        }
    }
}
