package dev.lectern.bench.calls;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Requests of the size that making datasets has: some 600 tokens asked, some 150 answered. Each is another. */
final class Questions {
    private static final String SYSTEM =
            "You answer questions about what a passage says. Keep to the passage, and say so if it is silent."
                    + " Write whole sentences, name things by their names, and do not speak of the passage itself.";
    private static final JsonNode SCHEMA = Json.read(
            "{\"type\":\"object\",\"additionalProperties\":false,\"required\":[\"answer\"],\"properties\":{\"answer\":{\"type\":\"string\"}}}",
            JsonNode.class);
    private static final int CHARACTERS = 2200;

    private final String text;

    Questions() {
        StringBuilder passage = new StringBuilder();
        String[] people = {"the miller", "two apprentices", "the river board", "an old carpenter", "nobody"};
        for (int i = 0; passage.length() < CHARACTERS; i++) {
            passage.append("Ring ")
                    .append(i)
                    .append(" of the wheel was mended by ")
                    .append(people[i % people.length]);
            passage.append(" in the year ").append(1800 + 7 * i).append(", before the first frost came.\n");
        }
        text = passage.toString();
    }

    ChatRequest question(int n) {
        return ChatRequest.of(List.of(
                ChatMessage.system(SYSTEM),
                ChatMessage.user("Question " + n + ": what of ring " + n + "?\n\n" + text)));
    }

    /** The same, to be answered in JSON. */
    ChatRequest inJson(int n) {
        return question(n).withSchema(SCHEMA);
    }

    /** The same as the body of a chat completion, for clients that know nothing of Lectern. */
    byte[] body(int n) {
        return Json.line(new Body("test-model", question(n).messages())).getBytes(StandardCharsets.UTF_8);
    }

    private record Body(String model, List<ChatMessage> messages) {}
}
