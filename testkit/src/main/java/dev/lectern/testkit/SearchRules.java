package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model's mind for questions after examples, for search queries and for facts that have changed. Questions hold the beginning of a
 * sentence in quotation marks, so that the rule for answers finds it again.
 */
final class SearchRules {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern COUNT = Pattern.compile("(?:exactly |Write |编写 )(\\d+)");
    private static final Pattern QUOTED = Pattern.compile("[“\"](.+?)[”\"]", Pattern.DOTALL);
    private static final String[] ENGLISH = {
        "What exactly is meant when people say \"%s\"?",
        "How would you go on after \"%s\" and why?",
        "Please explain to a new colleague: \"%s\"",
        "Which words follow on \"%s\" in the rules?",
        "Somebody tells me \"%s\": what comes then?",
        "I have forgotten how \"%s\" ends, can you tell?",
        "Is there more to \"%s\" that I should know?"
    };
    private static final String[] CHINESE = {
        "请问“%s”具体是怎么回事？",
        "“%s”这句话该怎么理解？",
        "想了解一下“%s”，后面还有什么？",
        "“%s”之后的内容能说说吗？",
        "同事提到“%s”，接下来怎么讲？",
        "我忘了“%s”的下半句，能告诉我吗？",
        "关于“%s”，还需要知道些什么？"
    };

    private SearchRules() {}

    /** The reply to these messages, if they ask for something of that kind. */
    static Optional<ObjectNode> reply(String system, String user) {
        if (system.contains("\"query\"")) {
            return Optional.of(JSON.objectNode().put("query", query(user)));
        } else if (!system.contains("\"questions\"")) {
            return Optional.empty();
        }
        List<String> fenced = PassageReader.fenced(user);
        int count = count(user);
        boolean changed = user.contains("What was\n") || user.contains("原来的说法\n");
        boolean unchanged = user.contains("must not be asked about") || user.contains("不得提问的内容");
        Set<String> questions = changed
                ? ofFact(fenced, count)
                : unchanged ? ofPassage(fenced, count) : expanded(fenced.getFirst(), count);
        ObjectNode reply = JSON.objectNode();
        ArrayNode list = reply.putArray("questions");
        questions.stream().limit(count).forEach(list::add);
        return Optional.of(reply);
    }

    private static int count(String user) {
        Matcher count = COUNT.matcher(user.substring(user.lastIndexOf("~~~~~")));
        return count.find() ? Integer.parseInt(count.group(1)) : 1;
    }

    /** The quoted words, or all of it without its marks. */
    private static String query(String user) {
        String question = PassageReader.fenced(user).getFirst();
        Matcher quoted = QUOTED.matcher(question);
        return quoted.find() ? quoted.group(1) : question.replaceAll("[?？]", "");
    }

    /** Other forms of what the examples ask, one example after another; the second question is one of the examples again. */
    private static Set<String> expanded(String examples, int count) {
        List<String> lines =
                examples.lines().map(line -> line.replaceFirst("^\\d+\\. ", "")).toList();
        Set<String> questions = new LinkedHashSet<>();
        int first = Math.floorMod(examples.hashCode(), ENGLISH.length);
        for (int i = 0; i < ENGLISH.length && questions.size() < count; i++) {
            for (String line : lines) {
                Matcher quoted = QUOTED.matcher(line);
                if (quoted.find()) {
                    questions.add(form((first + i) % ENGLISH.length, quoted.group(1)));
                }
            }
            questions.add(lines.getFirst());
        }
        return questions;
    }

    private static Set<String> ofFact(List<String> fenced, int count) {
        String now = fenced.get(fenced.size() - 2);
        Set<String> questions = new LinkedHashSet<>();
        for (String passage : fenced.subList(0, fenced.size() - 3)) {
            PassageReader.sentences(passage).stream()
                    .filter(sentence -> sentence.contains(now))
                    .findFirst()
                    .ifPresent(sentence -> {
                        for (int form = 0; form < Math.min(count, ENGLISH.length); form++) {
                            questions.add(form(form, begin(sentence, sentence.indexOf(now))));
                        }
                    });
        }
        return questions;
    }

    private static Set<String> ofPassage(List<String> fenced, int count) {
        Set<String> questions = new LinkedHashSet<>();
        List<String> sentences = new ArrayList<>(PassageReader.sentences(fenced.getFirst()));
        for (String sentence : sentences.subList(0, Math.min(count, sentences.size()))) {
            questions.add(form(sentence.length() % ENGLISH.length, begin(sentence, sentence.length())));
        }
        return questions;
    }

    /** The first words of the sentence, before the place at any rate. */
    private static String begin(String sentence, int before) {
        String begin = sentence.substring(0, before);
        if (PassageReader.isChinese(sentence)) {
            return begin.substring(0, Math.min(14, begin.length()));
        }
        List<String> words = List.of(begin.strip().split("\\s+"));
        return String.join(" ", words.subList(0, Math.min(8, words.size()))).replace('"', '\'');
    }

    private static String form(int form, String quoted) {
        return (PassageReader.isChinese(quoted) ? CHINESE : ENGLISH)[form].formatted(quoted);
    }
}
