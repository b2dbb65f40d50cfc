package dev.lectern.bench.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatRequest;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A model that knows the gold pairs of a set. Asked about a passage, it gives gold questions of its paragraph, and one in ten of another
 * paragraph. Asked for more questions, it gives unseen gold questions of the examples' articles and, one
 * in four, of other articles. Asked to answer, it gives the gold answer if the gold paragraph is among what it is shown, else none.
 */
final class Oracle {
    private static final Pattern FENCED =
            Pattern.compile("^(~{5,})\\n(.*?)\\n\\1$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COUNT = Pattern.compile("exactly (\\d+)");
    private static final Pattern WANTED = Pattern.compile("\"qa\", (\\d+)");
    private static final int STRAY = 10;

    /** A gold pair, with the text of the paragraph that it is about. */
    record Gold(String question, String answer, String article, String paragraph) {}

    private final List<Gold> pairs = new ArrayList<>();
    private final Map<String, Gold> byQuestion = new HashMap<>();
    private final Map<String, List<Gold>> byArticle = new TreeMap<>();
    private final Map<String, String> paragraphs = new TreeMap<>();
    private final Set<String> seeds = new HashSet<>();

    static Oracle over(Path file) throws IOException {
        Oracle oracle = new Oracle();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                oracle.add(Json.mapper().readTree(line));
            }
        }
        return oracle;
    }

    private void add(JsonNode record) {
        String text = record.path("context").asText();
        String article = record.path("title").asText();
        paragraphs.put(record.path("doc_id").asText(), text);
        for (JsonNode qa : record.path("qas")) {
            String question = qa.path("question").asText().strip();
            String answer = qa.path("answers").path(0).asText("");
            if (!answer.isEmpty() && !byQuestion.containsKey(question)) {
                Gold gold = new Gold(question, answer, article, text);
                pairs.add(gold);
                byQuestion.put(question, gold);
                byArticle.computeIfAbsent(article, a -> new ArrayList<>()).add(gold);
            }
        }
    }

    List<Gold> pairs() {
        return pairs;
    }

    /** Names of the articles, in order. */
    List<String> titles() {
        return List.copyOf(byArticle.keySet());
    }

    /** Texts by id. */
    Map<String, String> paragraphs() {
        return paragraphs;
    }

    Gold gold(String question) {
        return byQuestion.getOrDefault(question, new Gold(question, "", "", ""));
    }

    int articles() {
        return byArticle.size();
    }

    /** A tenth of the questions of each of the first so many articles. */
    List<String> seeds(int ofArticles) {
        byArticle.values().stream()
                .limit(ofArticles)
                .forEach(golds -> golds.stream()
                        .sorted(Comparator.comparing(gold -> Hash.id("seed", gold.question())))
                        .limit(Math.max(1, golds.size() / 10))
                        .forEach(gold -> seeds.add(gold.question())));
        return seeds.stream().sorted().toList();
    }

    String reply(ChatRequest request) {
        String system = request.messages().getFirst().content();
        String user = request.messages().getLast().content();
        List<String> shown = new ArrayList<>();
        Matcher fenced = FENCED.matcher(user);
        while (fenced.find()) {
            shown.add(fenced.group(2));
        }
        if (system.contains("\"instructions\"")) {
            return instructions(shown.getFirst().strip(), user);
        } else if (system.contains("\"query\"")) {
            return Json.line(JsonNodeFactory.instance.objectNode().put("query", shown.getFirst()));
        }
        return system.contains("\"questions\"")
                ? expanded(shown.getFirst(), user + request.attempt())
                : answer(shown.subList(0, shown.size() - 1), shown.getLast());
    }

    /** As many as are wanted and the paragraph has, in an order that the words of the questions decide. */
    private String instructions(String passage, String user) {
        Matcher wanted = WANTED.matcher(user.substring(user.lastIndexOf("~~~~~")));
        int count = wanted.find() ? Integer.parseInt(wanted.group(1)) : 1;
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode list = reply.putArray("instructions");
        pairs.stream()
                .filter(gold -> gold.paragraph().contains(passage))
                .sorted(Comparator.comparing(gold -> Hash.id("asked", gold.question())))
                .limit(count)
                .map(gold -> Long.remainderUnsigned(Hash.rank("stray", gold.question()), STRAY) == 0
                        ? pick(pairs, gold.question()).question()
                        : gold.question())
                .forEach(question ->
                        list.addObject().put("instruction", question).put("task", "qa"));
        return Json.line(reply);
    }

    private String expanded(String examples, String asked) {
        Matcher count = COUNT.matcher(asked);
        int wanted = count.find() ? Integer.parseInt(count.group(1)) : 1;
        List<String> articles = examples.lines()
                .map(line -> gold(line.replaceFirst("^\\d+\\. ", "")).article())
                .filter(byArticle::containsKey)
                .distinct()
                .toList();
        List<String> all = List.copyOf(byArticle.keySet());
        Set<String> questions = new LinkedHashSet<>();
        for (int i = 0; questions.size() < wanted && i < 10 * wanted; i++) {
            boolean elsewhere = i % 4 == 3 || articles.isEmpty();
            List<String> from = elsewhere ? all : articles;
            List<Gold> golds = byArticle.getOrDefault(pick(from, asked + i), List.of());
            String question =
                    golds.isEmpty() ? "" : pick(golds, asked + "q" + i).question();
            if (!question.isEmpty() && !seeds.contains(question)) {
                questions.add(question);
            }
        }
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        questions.forEach(reply.putArray("questions")::add);
        return Json.line(reply);
    }

    private String answer(List<String> shown, String question) {
        Gold gold = gold(question.strip());
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < shown.size() && !gold.answer().isEmpty(); i++) {
            String passage = shown.get(i).strip();
            if (passage.contains(gold.answer()) && gold.paragraph().contains(passage)) {
                reply.put("response", gold.answer());
                reply.putArray("citations").addObject().put("passage", i + 1).put("quote", gold.answer());
                return Json.line(reply.putNull("reason"));
            }
        }
        reply.putNull("response").putArray("citations");
        return Json.line(reply.put("reason", "the passages do not say"));
    }

    private static <T> T pick(List<T> from, String by) {
        return from.get((int) Long.remainderUnsigned(Hash.rank("oracle", by), from.size()));
    }
}
