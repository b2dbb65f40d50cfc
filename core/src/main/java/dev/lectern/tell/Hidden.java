package dev.lectern.tell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.engine.RunFolder;
import dev.lectern.export.Note;
import dev.lectern.model.call.Models;
import dev.lectern.redact.Redactor;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of personal data that a run hid: {@code run/redactions.jsonl}, for the user's eyes and to put back by. */
final class Hidden {
    private static final String FILE = "run/redactions.jsonl";

    /** What requests hid, where the documents themselves hold no placeholders. */
    private record Line(String kind, String value) {}

    private Hidden() {}

    /** Writes the list where it was not written with the documents. */
    static void keep(RunFolder folder, Models models) {
        models.redactor()
                .filter(redactor -> !redactor.how().keep())
                .map(Redactor::hidden)
                .ifPresent(hidden -> folder.writeLines(
                        FILE,
                        hidden.entrySet().stream()
                                .map(entry -> new Line(entry.getValue().name(), entry.getKey()))
                                .map(Json::line)));
    }

    /** How much was hidden, by kind; empty where nothing was to be. */
    static Optional<Note> note(Path root, Models models) {
        Path file = root.resolve(FILE);
        if (models.redactor().isEmpty() || !Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            SortedMap<String, Long> counts = lines.map(
                            line -> Json.read(line, JsonNode.class).path("kind").asText())
                    .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
            String said = counts.entrySet().stream()
                    .map((Map.Entry<String, Long> entry) -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            return Optional.of(said.isEmpty() ? new Note("hidden-none") : new Note("hidden", said));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
