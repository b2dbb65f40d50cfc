package dev.lectern.testkit.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the rule-driven model judges: an answer is supported if each of its sentences is made of words of the passages and each of its numbers
 * stands there; quality is that, on a scale; of several answers the first that fares best is chosen.
 */
public final class JudgeRule {
    private static final double ENOUGH = 0.7;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern CRITERIA = Pattern.compile("\"scores\":\\{([^}]*)\\}");
    private static final Pattern ANSWER = Pattern.compile("(?m)^(?:Answer|回答) \\d+$");
    private static final Pattern SCORE = Pattern.compile("(\"(?!reason|supported|choice)[^\"]+\"):[1-5]");
    private static final Pattern CRITERION = Pattern.compile("\"([^\"]+)\":");

    private JudgeRule() {}

    /** Whether the system message asks for a judgement. */
    public static boolean asked(String system) {
        return system.contains("\"supported\"")
                || system.contains("\"choice\"")
                || system.contains("\"scores\"")
                || system.contains("\"score\"");
    }

    /**
     * The judgement.
     *
     * @param fenced what the prompt shows: passages first, then the instruction, then the answer or answers
     */
    public static String reply(String system, String user, List<String> fenced) {
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        if (system.contains("\"choice\"")) {
            int answers = (int) ANSWER.matcher(user).results().count();
            List<String> offered = fenced.subList(Math.max(0, fenced.size() - answers), fenced.size());
            boolean mayBeSame = system.contains("3 if they say the same") || system.contains("意思相同则写 3");
            boolean same = mayBeSame && words(offered.getFirst()).equals(words(offered.getLast()));
            String known = String.join("\n", fenced.subList(0, fenced.size() - answers));
            return Json.line(
                    reply.put("choice", same ? 3 : best(offered, known)).put("reason", "it keeps to what is known"));
        }
        boolean pair = fenced.size() >= 2;
        String answer = pair ? fenced.getLast() : "";
        String known = String.join("\n", fenced.subList(0, Math.max(0, fenced.size() - 1)));
        boolean bySubject = system.contains("\"fit\"");
        double share = bySubject
                ? onSubject(answer, String.join("\n", fenced.subList(0, Math.max(0, fenced.size() - 2))))
                : share(answer, known);
        if (system.contains("\"supported\"")) {
            reply.put("supported", share >= ENOUGH);
            reply.putArray("unsupported")
                    .addAll(share >= ENOUGH ? List.of() : List.of(JsonNodeFactory.instance.textNode(answer)));
        } else if (system.contains("\"scores\"")) {
            ObjectNode scores = reply.putObject("scores");
            Matcher criteria = CRITERIA.matcher(system);
            if (criteria.find()) {
                Matcher each = CRITERION.matcher(criteria.group(1));
                while (each.find()) {
                    scores.put(each.group(1), stars(share));
                }
            }
        } else {
            reply.put("score", stars(share));
        }
        return Json.line(reply.put("reason", "words of the answer that are known: " + Math.round(share * 100) + " %"));
    }

    /** The same judgement with a score that no scale has. */
    public static String elevenOutOfFive(String judgement) {
        return SCORE.matcher(judgement).replaceFirst("$1:11");
    }

    /** The number of the answer that is best by what is known; of equally good ones the longest. */
    private static int best(List<String> answers, String known) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < answers.size(); i++) {
            double share = share(answers.get(i), known) + answers.get(i).length() / 1e6;
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best + 1;
    }

    /** The same words in another order say the same. */
    private static Set<String> words(String answer) {
        return new TreeSet<>(List.of(answer.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
    }

    private static int stars(double share) {
        return 1 + (int) Math.round(4 * share);
    }

    /** How many of its words, numbers left aside, the examples have. */
    private static double onSubject(String answer, String examples) {
        Set<String> theirs = words(examples.replaceAll("\\d+", ""));
        List<String> own = List.of(
                answer.toLowerCase(Locale.ROOT).replaceAll("\\d+", "").strip().split("[^\\p{L}]+|(?<=\\p{IsHan})", -1));
        return own.stream()
                        .filter(word -> theirs.contains(word)
                                || (word.codePoints().anyMatch(Character::isIdeographic) && examples.contains(word)))
                        .count()
                / (double) own.size();
    }

    /** How much of the worst sentence is made of what is known; nothing if a number is new. */
    private static double share(String answer, String known) {
        Matcher number = NUMBER.matcher(answer);
        while (number.find()) {
            if (!known.contains(number.group())) {
                return 0;
            }
        }
        double worst = 1;
        for (String sentence : answer.split("(?<=[.!?。！？])\\s*", -1)) {
            int words = 0;
            int held = 0;
            for (String word : sentence.split("[^\\p{L}]+|(?<=\\p{IsHan})", -1)) {
                words += word.isEmpty() ? 0 : 1;
                held += !word.isEmpty() && known.contains(word) ? 1 : 0;
            }
            worst = words == 0 ? worst : Math.min(worst, (double) held / words);
        }
        return worst;
    }
}
