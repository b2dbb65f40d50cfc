package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.rule.KindRule;
import dev.lectern.testkit.rule.TurnedRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the rule-driven model asks: of each kind that is wanted so many instructions, one from each sentence of the first passage. */
record AskRule(Luck luck) {
    private static final Pattern WANTED = Pattern.compile("\"([\\w-]+)\"(?:, |，最多 )(\\d+)");

    ObjectNode reply(String user) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode instructions = reply.putArray("instructions");
        List<String> passages = PassageReader.fenced(user);
        List<String> sentences = passages.isEmpty() ? List.of() : PassageReader.sentences(passages.getFirst());
        Optional<String> way = TurnedRule.way(user);
        if (way.isPresent()) {
            List<List<String>> begins = passages.stream()
                    .map(PassageReader::sentences)
                    .filter(said -> !said.isEmpty())
                    .map(said -> List.of(begin(said.getFirst()), begin(said.getLast())))
                    .toList();
            return TurnedRule.reply(
                    way.get(), passages.getLast(), begins, PassageReader.isChinese(passages.getFirst()));
        } else if (GoalRule.outside(user, passages)) {
            return reply;
        }
        int next = 0;
        for (Map.Entry<String, Integer> task : wanted(user).entrySet()) {
            for (int i = 0; i < task.getValue() && next < sentences.size(); i++) {
                String sentence = sentences.get(next++);
                String instruction = KindRule.of(task.getKey())
                        .map(rule -> rule.instruction(sentence, begin(sentence), PassageReader.isChinese(sentence)))
                        .orElseGet(() -> question(sentence));
                instructions.addObject().put("instruction", instruction).put("task", task.getKey());
            }
        }
        return reply;
    }

    private static Map<String, Integer> wanted(String user) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        Matcher matcher = WANTED.matcher(user.substring(user.lastIndexOf("~~~~~")));
        while (matcher.find()) {
            wanted.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
        return wanted;
    }

    /** Holds the beginning of the sentence in quotation marks, so that {@link AnswerRule} finds it again. */
    private String question(String sentence) {
        String[] chinese = {"请问“%s”具体是怎么回事？", "“%s”这句话该怎么理解？", "想了解一下“%s”，后面还有什么？"};
        String[] english = {
            "What exactly is meant when people say \"%s\"?",
            "How would you go on after \"%s\" and why?",
            "Please explain to a new colleague: \"%s\""
        };
        boolean inChinese = PassageReader.isChinese(sentence);
        String[] forms = inChinese ? chinese : english;
        return forms[luck.pick(forms.length, sentence)].formatted(begin(sentence));
    }

    private static String begin(String sentence) {
        String begin = PassageReader.isChinese(sentence)
                ? sentence.substring(0, Math.min(14, sentence.length()))
                : String.join(
                        " ", List.of(sentence.split("\\s+")).stream().limit(8).toList());
        return begin.replace('"', '\'');
    }
}
