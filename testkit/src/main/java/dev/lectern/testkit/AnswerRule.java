package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.rule.KindRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rule-driven model answers: with the sentence that the instruction was made of, and that sentence as quote.
 *
 * @param slips share of the answers with a mistake
 * @param spoilt for a kind of task the share of its answers that the kind's check must not let through
 */
record AnswerRule(Luck luck, double slips, Map<String, Double> spoilt) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern KIND = Pattern.compile("(?m)^\"([\\w-]+)\"[:：]");
    private static final Pattern GIVEN =
            Pattern.compile("(?m)^(?:Several answers to this instruction were given before|此前已有几个对这条指令的回答)");
    private static final Pattern WORDS_OF_A_SENTENCE = Pattern.compile("[“\"](.+?)[”\"]", Pattern.DOTALL);

    /** Answers that were given before are no passages: a synthesis is what the model would have said by itself. */
    ObjectNode reply(String whole) {
        String user = GIVEN.split(whole, 2)[0];
        List<String> fenced = PassageReader.fenced(user);
        if (fenced.size() < 2) {
            return silent("nothing was shown");
        }
        List<String> passages = fenced.subList(0, fenced.size() - 1);
        String instruction = fenced.getLast();
        if (GoalRule.outside(user, List.of(instruction))) {
            return silent("outside the goal");
        }
        Optional<String> begin = about(instruction);
        String slip = slip(instruction);
        if (begin.isEmpty() || slip.equals("no answer")) {
            return silent("the passages do not say");
        }
        for (int i = 0; i < passages.size(); i++) {
            Optional<String> found = PassageReader.sentences(passages.get(i)).stream()
                    .filter(s -> s.replaceAll("\\s+", " ").replace('"', '\'').startsWith(begin.get()))
                    .findFirst();
            if (found.isPresent()) {
                return across(answered(found.get(), response(user, found.get()), i + 1, slip), instruction, passages);
            }
        }
        return silent("the passages do not say");
    }

    /** Adds what the other half of a question across passages asks about. */
    private static ObjectNode across(ObjectNode reply, String instruction, List<String> passages) {
        List<String> begins = WORDS_OF_A_SENTENCE
                .matcher(instruction)
                .results()
                .map(m -> m.group(1))
                .toList();
        for (int i = 0; i < passages.size() && begins.size() > 1; i++) {
            Optional<String> other = PassageReader.sentences(passages.get(i)).stream()
                    .filter(s -> s.replaceAll("\\s+", " ").replace('"', '\'').startsWith(begins.getLast()))
                    .findFirst();
            if (other.isPresent()) {
                reply.put("response", reply.path("response").asText() + " " + other.get());
                ((ArrayNode) reply.path("citations"))
                        .addObject()
                        .put("passage", i + 1)
                        .put("quote", other.get());
                break;
            }
        }
        return reply;
    }

    /** How the sentence begins that an instruction asks about: in quotation marks, or as the text to work on. */
    private static Optional<String> about(String instruction) {
        int blank = instruction.indexOf("\n\n");
        if (blank > 0) {
            return Optional.of(
                    instruction.substring(blank).strip().replaceAll("\\s+", " ").replace('"', '\''));
        }
        Matcher begin = WORDS_OF_A_SENTENCE.matcher(instruction);
        return begin.find() ? Optional.of(begin.group(1)) : Optional.empty();
    }

    private String response(String user, String sentence) {
        Matcher kind = KIND.matcher(user.substring(user.lastIndexOf("~~~~~")));
        boolean chinese = PassageReader.isChinese(sentence);
        return (kind.find() ? KindRule.of(kind.group(1)) : Optional.<KindRule>empty())
                .map(rule -> luck.chance("spoilt", sentence)
                                < Optional.ofNullable(spoilt.get(rule.kind())).orElse(0.0)
                        ? rule.spoilt(sentence, chinese)
                        : rule.response(sentence, chinese))
                .orElse(sentence);
    }

    private static ObjectNode answered(String sentence, String response, int passage, String slip) {
        ObjectNode reply = JSON.objectNode();
        reply.put(
                "response",
                switch (slip) {
                    case "leak" -> "According to the passage, " + response;
                    case "number" -> response + " This was so 98765 times.";
                    default -> response;
                });
        reply.putArray("citations")
                .addObject()
                .put("passage", passage)
                .put("quote", slip.equals("quote") ? "Nobody ever wrote these words here." : sentence);
        return reply.putNull("reason");
    }

    private static ObjectNode silent(String reason) {
        ObjectNode reply = JSON.objectNode().putNull("response");
        reply.putArray("citations");
        return reply.put("reason", reason);
    }

    private String slip(String about) {
        double chance = luck.chance("slip", about);
        String[] kinds = {"no answer", "leak", "number", "quote"};
        return chance < slips ? kinds[luck.pick(kinds.length, about)] : "";
    }
}
