package dev.lectern.stage;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Set;

/**
 * What a reward model gives a row's conversation.
 *
 * @param value the higher the better; each model has a scale of its own
 * @param call identity of the reply that holds it
 */
public record Reward(double value, String call) {
    /** The score that it is kept as, and the role that is asked for it. */
    public static final String NAME = "reward";

    /** What such models were trained to look at. */
    private static final Set<String> ROLES = Set.of("system", "user", "assistant");

    /** Asks for it: all that is said in the row, as it would be trained on. */
    public static Reward of(Sample sample, Tools tools) {
        List<ChatMessage> conversation = sample.messages().stream()
                .filter(turn -> ROLES.contains(turn.role()) && !turn.content().isEmpty())
                .map(turn -> new ChatMessage(turn.role(), turn.content()))
                .toList();
        ChatReply reply = tools.model(NAME).chat(ChatRequest.of(conversation));
        try {
            return new Reward(Double.parseDouble(reply.text()), reply.key());
        } catch (NumberFormatException e) {
            throw new ModelException(
                            Refusal.MALFORMED, "the reward model answers without a number", reply.body(), reply.usage())
                    .of(List.of(reply.key()));
        }
    }
}
