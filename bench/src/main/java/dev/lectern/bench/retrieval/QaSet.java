package dev.lectern.bench.retrieval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.Passage;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A set of questions about documents. A question's own passages are those of its document in which one of its answers stands, or all of
 * the document's where none of them stands there word for word.
 */
record QaSet(String name, String language, CutCorpus corpus, List<Asked> questions) {
    /** Of an answer that is many paragraphs long, a line of this length says where it stands. */
    private static final int TELLING = 20;

    /** @param own ids of passages */
    record Asked(String question, Set<String> own) {}

    private record Pair(String document, String question, List<String> answers) {}

    static QaSet read(Path file) throws IOException {
        List<Document> documents = new ArrayList<>();
        List<Pair> pairs = new ArrayList<>();
        String language = "";
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                JsonNode record = Json.mapper().readTree(line);
                language = record.path("lang").asText();
                Document document = document(record, language);
                documents.add(document);
                for (JsonNode qa : record.path("qas")) {
                    List<String> answers = new ArrayList<>();
                    qa.path("answers").forEach(answer -> answers.add(answer.asText()));
                    pairs.add(new Pair(document.id(), qa.path("question").asText(), answers));
                }
            }
        }
        CutCorpus corpus = new CutCorpus(documents);
        List<Asked> questions = pairs.stream()
                .map(pair -> new Asked(pair.question, own(pair, corpus)))
                .toList();
        String name = String.valueOf(file.getFileName()).replaceFirst("(_articles|_sample)?\\.jsonl\\.gz$", "");
        return new QaSet(name, language.startsWith("zh") ? "zh" : "en", corpus, questions);
    }

    private static Document document(JsonNode record, String language) {
        DocumentBuilder builder = new DocumentBuilder();
        for (String paragraph : record.path("context").asText().lines().toList()) {
            builder.paragraph(paragraph, List.of());
        }
        return builder.build(record.path("doc_id").asText(), "", language);
    }

    private static Set<String> own(Pair pair, CutCorpus corpus) {
        Set<String> all = new HashSet<>();
        Set<String> telling = new HashSet<>();
        for (Passage passage : corpus.passagesOf(pair.document)) {
            all.add(passage.id());
            String text = corpus.text(passage).toLowerCase(Locale.ROOT);
            if (pair.answers.stream().anyMatch(answer -> standsIn(answer.toLowerCase(Locale.ROOT), text))) {
                telling.add(passage.id());
            }
        }
        return telling.isEmpty() ? all : telling;
    }

    private static boolean standsIn(String answer, String text) {
        return text.contains(answer)
                || answer.lines().map(String::strip).anyMatch(line -> line.length() >= TELLING && text.contains(line));
    }
}
