package dev.lectern.bench.equal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Reads documents with gold pairs. Questions without an answer are left out: an extractor would not find them. */
final class PoolFile {
    private PoolFile() {}

    /** @param theme empty for none */
    record Paper(String id, String title, String theme, String language, String context, List<Pair> pairs) {}

    record Pair(String question, List<String> answers) {
        /** As a pair is embedded. */
        String text() {
            return question + "\n" + answers.getFirst();
        }
    }

    /** @param sample how many records are drawn, by a fixed seed; 0 for all */
    static List<Paper> read(Path file, int sample) throws IOException {
        List<Paper> papers = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(plain(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    papers.add(paper(Json.mapper().readTree(line), papers.size()));
                }
            }
        }
        if (sample == 0 || sample >= papers.size()) {
            return papers;
        }
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            drawn.add(i);
        }
        Collections.shuffle(drawn, new Random(1));
        return drawn.stream().limit(sample).sorted().map(papers::get).toList();
    }

    private static InputStream plain(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static Paper paper(JsonNode record, int number) {
        List<Pair> pairs = new ArrayList<>();
        for (JsonNode qa : record.path("qas")) {
            List<String> answers = new ArrayList<>();
            qa.path("answers").forEach(answer -> answers.add(answer.asText()));
            if (!answers.isEmpty()) {
                pairs.add(new Pair(qa.path("question").asText(), answers));
            }
        }
        String id = record.path("doc_id").asText("record " + number);
        return new Paper(
                id,
                record.path("title").asText(id),
                record.path("theme").asText(""),
                record.path("lang").asText(""),
                record.path("context").asText(),
                pairs);
    }
}
