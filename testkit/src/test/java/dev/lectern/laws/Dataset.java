package dev.lectern.laws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A finished run folder, read with nothing of ours. */
record Dataset(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What must be equal byte for byte wherever the inputs are: file name → content. */
    SortedMap<String, String> bytes() throws IOException {
        SortedMap<String, String> bytes = rows();
        bytes.put("dropped.jsonl", content("dropped.jsonl"));
        bytes.put("documents.jsonl.gz", content("documents.jsonl.gz"));
        bytes.put("passages.jsonl.gz", content("passages.jsonl.gz"));
        return bytes;
    }

    /** The rows in all layouts: samples.jsonl, data/** and their description. */
    SortedMap<String, String> rows() throws IOException {
        SortedMap<String, String> rows = new TreeMap<>();
        rows.put("samples.jsonl", content("samples.jsonl"));
        rows.put("dataset_info.json", content("dataset_info.json"));
        for (Path file : Examples.files(folder.resolve("data"))) {
            String name = folder.relativize(file).toString();
            rows.put(name, content(name));
        }
        return rows;
    }

    /** One character a byte, so that files of any kind compare and differences show. */
    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
    }

    List<JsonNode> samples() throws IOException {
        return lines(Files.readString(folder.resolve("samples.jsonl")));
    }

    List<JsonNode> documents() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("documents.jsonl.gz")))) {
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    JsonNode report() throws IOException {
        return JSON.readTree(folder.resolve("report.json").toFile());
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    /** Names of files that no finished run has: half-written ones and those of the run's own work. */
    List<String> leftovers() throws IOException {
        return Examples.files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .filter(name -> name.endsWith(".part")
                        || name.contains("run/work/")
                        || name.contains("writing")
                        || name.endsWith(".spool"))
                .toList();
    }
}
