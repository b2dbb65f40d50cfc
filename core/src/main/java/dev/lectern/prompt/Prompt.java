package dev.lectern.prompt;

import dev.lectern.model.ChatMessage;
import java.util.List;
import java.util.Map;

/** A prompt with named places, {@code {{passages}}}; the part before the line {@code ---user---} is the system message. */
public record Prompt(String name, String language, String system, String user) {
    /** The messages with every place filled. @throws IllegalArgumentException naming a place without a value */
    public List<ChatMessage> fill(Map<String, String> values) {
        return List.of(ChatMessage.system(fill(system, values)), ChatMessage.user(fill(user, values)));
    }

    private String fill(String template, Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int open = template.indexOf("{{", at);
            if (open < 0) {
                return out.append(template, at, template.length()).toString();
            }
            int close = template.indexOf("}}", open);
            String place = template.substring(open + 2, close);
            String value = values.get(place);
            if (value == null) {
                throw new IllegalArgumentException(
                        "prompt " + name + "/" + language + " has no value for {{" + place + "}}");
            }
            out.append(template, at, open).append(value);
            at = close + 2;
        }
    }
}
