package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** LLaMA-Factory: what its converters and formatters do with a row, read from their code. */
final class FactoryRules implements RowRules {
    private static final Map<String, String> MEDIA =
            Map.of("images", "<image>", "videos", "<video>", "audios", "<audio>");

    private final Optional<Mapping> given;
    private final Path file;

    FactoryRules(Optional<Mapping> given, Path file) {
        this.given = given;
        this.file = file;
    }

    @Override
    public void check(JsonNode row, Report report) {
        Layout layout = Layout.of(row);
        if (given.isEmpty()) {
            if (layout == Layout.UNKNOWN || layout == Layout.PROMPT || layout == Layout.TEXT) {
                report.once(Effect.STOPS, "unknown-layout", fields(row));
                return;
            }
            report.once(Effect.NOTE, "no-dataset-info", String.valueOf(file.getFileName()));
        }
        Mapping mapping = given.orElseGet(() -> Mapping.forRow(layout, row));
        for (String column : mapping.columns().values()) {
            if (given.isPresent() && !row.has(column)) {
                report.once(Effect.STOPS, "missing-column", column, fields(row));
            }
        }
        if (mapping.formatting().equals("alpaca")) {
            alpaca(row, mapping, report);
        } else {
            new FactoryTurns(mapping, report).check(row);
        }
        media(row, mapping, report);
        tools(mapping.value(row, "tools"), mapping, report);
    }

    static String fields(JsonNode row) {
        return String.join(", ", (Iterable<String>) row::fieldNames);
    }

    private static void alpaca(JsonNode row, Mapping mapping, Report report) {
        JsonNode response = mapping.value(row, "response");
        if (mapping.ranking()) {
            for (String side : List.of("chosen", "rejected")) {
                if (!mapping.value(row, side).isTextual()) {
                    report.found(Effect.SKIPS, "no-pair", side);
                }
            }
        } else if (!response.isTextual()) {
            report.found(Effect.SKIPS, "no-answer", mapping.column("response"));
        } else if (response.asText().isBlank()) {
            report.found(Effect.SPOILS, "empty-answer", mapping.column("response"));
        }
        if (blank(mapping.value(row, "prompt")) && blank(mapping.value(row, "query"))) {
            report.found(Effect.SPOILS, "empty-question", mapping.column("prompt"));
        }
        JsonNode history = mapping.value(row, "history");
        for (JsonNode pair : history) {
            if (!pair.isArray()
                    || pair.size() != 2
                    || !pair.get(0).isTextual()
                    || !pair.get(1).isTextual()) {
                report.found(Effect.STOPS, "history-pairs");
                break;
            }
        }
    }

    static boolean blank(JsonNode text) {
        return text.asText("").isBlank();
    }

    private static void media(JsonNode row, Mapping mapping, Report report) {
        String said = row.toString();
        MEDIA.forEach((column, mark) -> {
            JsonNode files = mapping.value(row, column);
            int have = files.isArray() ? files.size() : files.isTextual() ? 1 : 0;
            int marks = (said.length() - said.replace(mark, "").length()) / mark.length();
            if (!mapping.column(column).isEmpty() && have != marks) {
                report.found(Effect.STOPS, "media-marks", marks, mark, have, column);
            }
        });
    }

    private static void tools(JsonNode tools, Mapping mapping, Report report) {
        if (tools.isMissingNode() || tools.isNull() || mapping.formatting().equals("openai")) {
            return;
        }
        if (!tools.isTextual()) {
            if (tools.isEmpty()) {
                return;
            }
            report.found(Effect.STOPS, "tools-not-text");
        } else if (!tools.asText().isEmpty() && !Parsed.of(tools.asText()).isArray()) {
            report.found(Effect.STOPS, "tools-not-json");
        }
    }
}
