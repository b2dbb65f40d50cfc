package dev.lectern.prompt;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reply that could be read.
 *
 * @param key identity of the call that brought it
 * @param reasoning what the model thought before it answered; empty if it does not say
 */
public record Understood<T>(T value, String key, Optional<String> reasoning) {
    /**
     * Asks once. Asking again, repair and saving what is whole are the call layer's work, before the reply is kept.
     *
     * @param read gives nothing for a reply that can't be read
     * @throws ModelException {@link ModelException.Kind#REFUSED}, with the reply as it came, if it could not be read
     */
    public static <T> Understood<T> ask(ChatModel model, ChatRequest request, Function<String, Optional<T>> read) {
        ChatReply reply = model.chat(request);
        Optional<String> reasoning = Optional.of(reply.reasoning().strip()).filter(thought -> !thought.isEmpty());
        return read.apply(reply.text())
                .map(value -> new Understood<>(value, reply.key(), reasoning))
                .orElseThrow(() -> new ModelException(
                                Refusal.MALFORMED,
                                "the reply is not the JSON that was asked for",
                                reply.text(),
                                reply.usage())
                        .of(List.of(reply.key())));
    }
}
