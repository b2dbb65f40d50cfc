package dev.lectern.adapters.model;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The messages of a request as a model takes them: some want one system message, some none, some the word JSON. */
final class WireMessages {
    private static final String SYSTEM = "system";
    private static final String USER = "user";
    private static final String IN_JSON = "\n\nJSON";

    private WireMessages() {}

    static List<ChatMessage> of(ChatRequest request, Manner manner) {
        List<ChatMessage> messages = request.messages();
        if (manner.has(Quirk.NO_SYSTEM_MESSAGE)) {
            messages = folded(messages);
        } else if (manner.has(Quirk.ONE_SYSTEM_MESSAGE)) {
            messages = merged(messages);
        }
        boolean asJson = request.schema().isPresent() && manner.form() != ReplyForm.TEXT;
        return asJson && manner.has(Quirk.SAY_JSON) ? sayingJson(messages) : messages;
    }

    /** What the system messages say, in their order. */
    static String system(List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> message.role().equals(SYSTEM))
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n\n"));
    }

    static List<ChatMessage> others(List<ChatMessage> messages) {
        return messages.stream()
                .filter(message -> !message.role().equals(SYSTEM))
                .toList();
    }

    private static List<ChatMessage> merged(List<ChatMessage> messages) {
        String system = system(messages);
        List<ChatMessage> all = new ArrayList<>(others(messages));
        if (!system.isEmpty()) {
            all.addFirst(ChatMessage.system(system));
        }
        return all;
    }

    /** The system messages become the beginning of the first user turn. */
    private static List<ChatMessage> folded(List<ChatMessage> messages) {
        String system = system(messages);
        List<ChatMessage> all = new ArrayList<>(others(messages));
        if (system.isEmpty()) {
            return all;
        } else if (all.isEmpty() || !all.getFirst().role().equals(USER)) {
            all.addFirst(ChatMessage.user(system));
        } else {
            all.set(0, ChatMessage.user(system + "\n\n" + all.getFirst().content()));
        }
        return all;
    }

    /** Adds the bare word, which reads alike in every language. */
    private static List<ChatMessage> sayingJson(List<ChatMessage> messages) {
        List<ChatMessage> all = new ArrayList<>(messages);
        for (int i = all.size() - 1; i >= 0; i--) {
            ChatMessage message = all.get(i);
            if (message.role().equals(USER)) {
                boolean said = message.content().toLowerCase(Locale.ROOT).contains("json");
                all.set(i, said ? message : ChatMessage.user(message.content() + IN_JSON));
                return all;
            }
        }
        return all;
    }
}
