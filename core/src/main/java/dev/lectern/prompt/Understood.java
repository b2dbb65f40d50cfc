package dev.lectern.prompt;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reply that could be read.
 *
 * @param key identity of the call that brought it
 */
public record Understood<T>(T value, String key) {
    /** Asked once more at most: a model that writes no JSON twice won't the third time either. */
    private static final int ASKINGS = 2;

    /**
     * Asks until the reply can be read.
     *
     * @param reminder what the request says in addition when it is asked again; the same words would bring the same reply
     * @param read gives nothing for a reply that can't be read
     * @throws ModelException {@link ModelException.Kind#REFUSED}, with the last reply as it came, if none could be read
     */
    public static <T> Understood<T> ask(
            ChatModel model, ChatRequest request, String reminder, Function<String, Optional<T>> read) {
        String raw = "";
        for (int attempt = 0; attempt < ASKINGS; attempt++) {
            ChatReply reply = model.chat(
                    attempt == 0 ? request : reminded(request, reminder).again(attempt));
            Optional<T> value = read.apply(reply.text());
            if (value.isPresent()) {
                return new Understood<>(value.get(), reply.key());
            }
            raw = reply.text();
        }
        throw new ModelException(
                ModelException.Kind.REFUSED,
                "the reply is not the JSON that was asked for, " + ASKINGS + " times",
                raw);
    }

    /** The reminder ends the last message: some servers take no two messages of one role in a row. */
    private static ChatRequest reminded(ChatRequest request, String reminder) {
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        ChatMessage last = messages.removeLast();
        messages.add(new ChatMessage(last.role(), last.content() + "\n\n" + reminder));
        return request.withMessages(messages);
    }
}
