package dev.lectern.model.call;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;

/** Shows a model its own reply and what is wrong with it. The same question, so it stands under the same identity. */
final class RepairRequest {
    private RepairRequest() {}

    /**
     * @param said the reply that cannot be used
     * @param why what is wrong with it
     */
    static ChatRequest of(ChatRequest request, String said, String why) {
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        if (!said.isBlank()) {
            messages.add(new ChatMessage("assistant", said));
        }
        String schema = request.schema()
                .map(s -> " It must fit this JSON schema:\n" + Json.line(s))
                .orElse("");
        String complaint = "Your reply cannot be used: " + why + ".\n"
                + "Give the same answer again, complete, as one JSON object and nothing else:"
                + " no words before or after it, no code fence, and every quotation mark inside a text written as \\\"."
                + schema;
        if (said.isBlank()) {
            // Some servers take no two messages of one role in a row.
            ChatMessage last = messages.removeLast();
            messages.add(new ChatMessage(last.role(), last.content() + "\n\n" + complaint));
        } else {
            messages.add(ChatMessage.user(complaint));
        }
        return request.withMessages(messages);
    }
}
