package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Sample;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What the passages of a run yielded.
 *
 * @param items in the order of the documents' ids and of the text, each text once
 * @param rows all that came out, kept or dropped, by the sample that was drawn; in the order of ids
 */
record Extracted(List<Item> items, Map<String, List<Sample>> rows) {
    /** A passage as the run folder holds it. */
    record Item(String id, String document, int start, String text) {}

    static Extracted of(Path run) throws IOException {
        return new Extracted(items(run), rows(run));
    }

    /** What came of an item, by its ordinal. */
    List<Sample> of(int item) {
        return rows.getOrDefault(Hash.id("draw", items.get(item).id), List.of());
    }

    private static Map<String, List<Sample>> rows(Path run) throws IOException {
        Map<String, Sample> byId = new TreeMap<>();
        for (String line : Files.readAllLines(run.resolve("samples.jsonl"))) {
            Sample row = Json.read(line, Sample.class);
            byId.put(row.id(), row);
        }
        for (String line : Files.readAllLines(run.resolve("dropped.jsonl"))) {
            Sample row = Json.read(line, JsonNode.class).path("sample").isMissingNode()
                    ? Json.read(line, Sample.class)
                    : Json.mapper().convertValue(Json.read(line, JsonNode.class).path("sample"), Sample.class);
            byId.put(row.id(), row);
        }
        Map<String, List<Sample>> rows = new TreeMap<>();
        byId.values()
                .forEach(row -> rows.computeIfAbsent(
                                row.lineage().parents().isEmpty()
                                        ? row.id()
                                        : row.lineage().parents().getFirst(),
                                root -> new ArrayList<>())
                        .add(row));
        return rows;
    }

    private static List<Item> items(Path run) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        lines(run.resolve("documents.jsonl.gz"))
                .forEach(document -> texts.put(
                        document.path("id").asText(), document.path("text").asText()));
        List<Item> items = new ArrayList<>();
        for (JsonNode passage : lines(run.resolve("passages.jsonl.gz"))) {
            String document = passage.path("document").asText();
            int start = passage.path("start").asInt();
            List<String> headings = new ArrayList<>();
            passage.path("headings").forEach(heading -> headings.add(heading.asText()));
            String own = texts.getOrDefault(document, "")
                    .substring(start, passage.path("end").asInt());
            String text = headings.isEmpty() ? own : String.join(" > ", headings) + "\n" + own;
            items.add(new Item(passage.path("id").asText(), document, start, text));
        }
        items.sort(Comparator.comparing(Item::document).thenComparing(Item::start));
        Set<String> seen = new LinkedHashSet<>();
        items.removeIf(item -> !seen.add(item.text));
        return items;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.map(line -> Json.read(line, JsonNode.class)).toList();
        }
    }
}
