package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the rule-driven model answers a follow-up: with the sentence after the one that the question has in quotation marks. */
final class FollowUpRule {
    private static final Pattern QUOTED = Pattern.compile("[“\"](.+)[”\"]", Pattern.DOTALL);

    private FollowUpRule() {}

    /** Whether the system message asks for an answer within a conversation. */
    static boolean asked(String system) {
        return system.contains("You go on with a conversation") || system.contains("续写用户和助手之间的对话");
    }

    /** @param fenced the passages, the conversation, the last message, and the same as a question of its own */
    static ObjectNode reply(List<String> fenced) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        Matcher quoted = QUOTED.matcher(fenced.getLast());
        List<String> passages = fenced.subList(0, fenced.size() - 3);
        for (int i = 0; quoted.find(0) && i < passages.size(); i++) {
            List<String> sentences = PassageReader.sentences(passages.get(i));
            int next = sentences.indexOf(quoted.group(1)) + 1;
            if (next > 0 && next < sentences.size()) {
                reply.put("response", sentences.get(next));
                reply.putArray("citations").addObject().put("passage", i + 1).put("quote", sentences.get(next));
                return reply.putNull("reason");
            }
        }
        reply.putNull("response").putArray("citations");
        return reply.put("reason", "the passages do not say");
    }
}
