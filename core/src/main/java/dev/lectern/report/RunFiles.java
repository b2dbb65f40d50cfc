package dev.lectern.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Looks up single records in a run folder's files by reading them through, line by line: no index, no memory. */
final class RunFiles {
    private static final int AMBIGUOUS_SHOWN = 5;

    private final Path run;

    RunFiles(Path run) {
        this.run = run;
    }

    enum Fate {
        ACCEPTED("samples.jsonl"),
        DROPPED("dropped.jsonl"),
        FAILED("failed.jsonl");

        private final String file;

        Fate(String file) {
            this.file = file;
        }
    }

    /**
     * A row wherever it ended; stage, reason and raw reply are empty for an accepted one.
     *
     * @param calls keys of all its replies, those that it failed for at the end
     */
    record Row(
            Fate fate,
            Sample sample,
            String stage,
            String reason,
            String raw,
            Optional<String> twin,
            SequencedSet<String> calls) {}

    /** The row of this id or, if none has it, the only one whose id begins so. */
    Row find(String id) {
        Optional<Row> exact = exactly(id);
        if (exact.isPresent()) {
            return exact.get();
        }
        List<Row> rows = id.isEmpty() ? List.of() : rows(i -> i.startsWith(id), AMBIGUOUS_SHOWN);
        List<String> ids = rows.stream().map(r -> r.sample().id()).distinct().toList();
        if (ids.size() != 1) {
            throw Explain.unknown(id, run, ids);
        }
        return rows.getFirst();
    }

    Optional<Row> exactly(String id) {
        return rows(id::equals, 1).stream().findFirst();
    }

    private List<Row> rows(Predicate<String> wanted, int most) {
        List<Row> rows = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            each(fate.file, line -> {
                if (wanted.test(line.path("id").asText())) {
                    rows.add(row(fate, line));
                }
                return rows.size() < most;
            });
        }
        return rows;
    }

    private static Row row(Fate fate, JsonNode line) {
        JsonNode sample = fate == Fate.ACCEPTED ? line : line.path("sample");
        Sample row = Json.mapper().convertValue(sample, Sample.class);
        SequencedSet<String> calls = new LinkedHashSet<>(row.lineage().calls());
        line.path("calls").forEach(key -> calls.add(key.asText()));
        return new Row(
                fate,
                row,
                line.path("stage").asText(),
                fate == Fate.FAILED
                        ? line.path("cause").asText()
                        : line.path("reason").asText(),
                line.path("raw").asText(),
                line.has("twin") ? Optional.of(line.path("twin").asText()) : Optional.empty(),
                calls);
    }

    Optional<Document> document(String id) {
        return one("documents.jsonl.gz", id, Document.class);
    }

    Optional<Passage> passage(String id) {
        return one("passages.jsonl.gz", id, Passage.class);
    }

    private <T> Optional<T> one(String file, String id, Class<T> type) {
        List<T> found = new ArrayList<>();
        each(file, line -> {
            if (line.path("id").asText().equals(id)) {
                found.add(Json.mapper().convertValue(line, type));
            }
            return found.isEmpty();
        });
        return found.stream().findFirst();
    }

    /** Lines as long as {@code goOn} says; a file that isn't there has none. */
    private void each(String name, Predicate<JsonNode> goOn) {
        Path file = run.resolve(name);
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !goOn.test(Json.read(line, JsonNode.class))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
