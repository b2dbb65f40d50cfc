package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives a plain answer the shape that a prompt asks for: with a chain of thought, in a role, as an admission, as a conversation.
 *
 * @param spoilt kinds whose shape is such as the kind's check must not let through
 */
record Shapes(Set<String> spoilt) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode dress(String system, String user, ObjectNode answer) {
        boolean chinese = PassageReader.isChinese(PassageReader.fenced(user).getLast());
        if (system.contains("\"tool_calls\"")) {
            return new CallWriter(spoilt.contains("tool-use")).write(system, user, chinese);
        } else if (system.contains("\"answered\"")) {
            return admission(chinese);
        } else if (system.contains("\"turns\"")) {
            return conversation(system, user, answer, chinese);
        } else if (answer.path("response").isNull()) {
            return answer;
        } else if (system.contains("\"reasoning\"")) {
            return reasoned(answer, chinese);
        } else if (system.contains("\"persona\"") && !spoilt.contains("roleplay")) {
            String persona = chinese
                    ? "你是一位耐心的老师傅，正在带新来的同事熟悉工作。"
                    : "You are a patient old hand who shows a new colleague around.";
            return JSON.objectNode().put("persona", persona).setAll(answer);
        }
        return answer;
    }

    private ObjectNode reasoned(ObjectNode answer, boolean chinese) {
        String facts = chinese ? "先看已知的事实。" : "First the facts that are known.";
        String said = spoilt.contains("reasoning")
                ? chinese ? "今晚月色很美。" : "What a lovely moon tonight."
                : answer.path("response").asText();
        String chain = facts + (chinese ? "\n所以：" : "\nSo: ") + said;
        return JSON.objectNode().put("reasoning", chain).setAll(answer);
    }

    private ObjectNode admission(boolean chinese) {
        ObjectNode reply = JSON.objectNode().put("answered", false);
        if (spoilt.contains("unanswerable")) {
            reply.put("response", chinese ? "当然知道，就是那样。" : "Of course that is known: it is so.");
        } else {
            reply.put(
                    "response", chinese ? "这一点没有任何说明，所以无法回答。" : "That is not known: nothing is written down about it.");
        }
        reply.putArray("citations");
        return reply.putNull("reason");
    }

    /** The answer, and then what the text says next; empty where it says nothing more. */
    private ObjectNode conversation(String system, String user, ObjectNode answer, boolean chinese) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode turns = reply.putArray("turns");
        List<String> fenced = PassageReader.fenced(user);
        String quote = answer.path("citations").path(0).path("quote").asText();
        int passage = answer.path("citations").path(0).path("passage").asInt();
        Optional<String> next = fenced.subList(0, fenced.size() - 1).stream()
                .flatMap(text -> PassageReader.sentences(text).stream())
                .dropWhile(sentence -> !sentence.equals(quote))
                .skip(1)
                .findFirst();
        if (next.isEmpty()) {
            return reply;
        }
        boolean corrected = system.contains("corrects something") || system.contains("用户更正自己");
        String followUp = corrected
                ? chinese ? "不对，我是说接下来呢？" : "Sorry, I meant what comes after that."
                : chinese ? "那接下来呢？" : "And what comes after that?";
        String whole = chinese ? "“" + quote + "”之后是什么？" : "What comes after \"" + quote + "\"?";
        turn(turns, "user", fenced.getLast());
        cite(turn(turns, "assistant", answer.path("response").asText()), passage, quote);
        turn(turns, "user", spoilt.contains("dialogue") ? fenced.getLast() : followUp)
                .put("standalone", whole);
        cite(turn(turns, "assistant", next.get()), passage, next.get());
        return reply;
    }

    private static ObjectNode turn(ArrayNode turns, String role, String content) {
        ObjectNode turn =
                turns.addObject().put("role", role).put("content", content).putNull("standalone");
        turn.putArray("citations");
        return turn;
    }

    private static void cite(ObjectNode turn, int passage, String quote) {
        turn.withArray("citations").addObject().put("passage", passage).put("quote", quote);
    }
}
