package dev.lectern.export.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Nearest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** LLaMA-Factory's registry: does each entry say all that its reader must know? Names the files that entries point to. */
final class InfoRules {
    private static final Set<String> KEYS = Set.of(
            "hf_hub_url",
            "ms_hub_url",
            "om_hub_url",
            "script_url",
            "cloud_file_name",
            "file_name",
            "formatting",
            "ranking",
            "subset",
            "split",
            "folder",
            "num_samples",
            "columns",
            "tags",
            "revision");
    private static final Set<String> FORMATTINGS = Set.of("alpaca", "sharegpt", "openai");
    private static final Set<String> COLUMNS = Set.of(
            "prompt",
            "query",
            "response",
            "history",
            "messages",
            "system",
            "tools",
            "images",
            "videos",
            "audios",
            "chosen",
            "rejected",
            "kto_tag",
            "instruction",
            "input",
            "output",
            "conversations");
    private static final List<String> TAGS = List.of(
            "role_tag", "content_tag", "user_tag", "assistant_tag", "observation_tag", "function_tag", "system_tag");
    private static final Set<String> KINDS = Set.of("json", "jsonl", "csv", "parquet", "arrow", "txt");

    private final Path folder;
    private final Report report;

    InfoRules(Path folder, Report report) {
        this.folder = folder;
        this.report = report;
    }

    /** The files that entries name and that are here, with how each is to be read. */
    static Map<Path, Mapping> files(Path info) throws IOException {
        Map<Path, Mapping> files = new TreeMap<>();
        JsonNode entries = Parsed.of(Files.readString(info));
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            Path file = info.toAbsolutePath()
                    .normalize()
                    .resolveSibling(entry.getValue().path("file_name").asText(""))
                    .normalize();
            if (entry.getValue().has("file_name") && Files.isRegularFile(file)) {
                files.put(file, Mapping.of(entry.getValue()));
            }
        }
        return files;
    }

    void check(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        JsonNode entries = Parsed.of(text);
        if (!entries.isObject()) {
            report.found(Effect.STOPS, "info-no-object");
            return;
        }
        if (text.chars().anyMatch(c -> c > 127)) {
            report.found(Effect.STOPS, "info-not-ascii");
        }
        for (Map.Entry<String, JsonNode> entry : entries.properties()) {
            report.row(line(text, entry.getKey()));
            entry(entry.getKey(), entry.getValue());
        }
    }

    /** The line that an entry's name stands on. */
    private static long line(String text, String name) {
        int at = text.indexOf("\"" + name + "\"");
        return at < 0 ? 0 : text.substring(0, at).lines().count() + (at > 0 && text.charAt(at - 1) == '\n' ? 1 : 0);
    }

    private void entry(String name, JsonNode entry) {
        if (name.contains(",")) {
            report.found(Effect.STOPS, "info-comma", name);
        }
        unknown(name, entry, KEYS, "info-key");
        source(name, entry);
        String formatting = entry.path("formatting").asText("alpaca");
        if (!FORMATTINGS.contains(formatting)) {
            report.found(Effect.STOPS, "info-formatting", name, formatting, Nearest.hint(formatting, FORMATTINGS));
        }
        if (entry.has("columns")) {
            unknown(name, entry.path("columns"), COLUMNS, "info-column");
            Mapping mapping = Mapping.of(entry);
            List<String> needed = entry.path("ranking").asBoolean()
                    ? List.of(formatting.equals("alpaca") ? "prompt" : "messages", "chosen", "rejected")
                    : formatting.equals("alpaca") ? List.of("prompt") : List.of("messages");
            needed.stream()
                    .filter(column -> mapping.column(column).isEmpty())
                    .forEach(column -> report.found(Effect.STOPS, "info-needs-column", name, column));
        }
        if (entry.has("tags") && !formatting.equals("alpaca")) {
            unknown(name, entry.path("tags"), Set.copyOf(TAGS), "info-tag");
            TAGS.stream()
                    .filter(tag -> !entry.path("tags").has(tag))
                    .forEach(tag -> report.found(Effect.SPOILS, "info-needs-tag", name, tag));
        }
    }

    private void source(String name, JsonNode entry) {
        if (entry.has("hf_hub_url")
                || entry.has("ms_hub_url")
                || entry.has("om_hub_url")
                || entry.has("script_url")
                || entry.has("cloud_file_name")) {
            return;
        }
        String file = entry.path("file_name").asText("");
        if (file.isEmpty()) {
            report.found(Effect.STOPS, "info-no-file", name);
        } else if (!Files.exists(folder.resolve(file))) {
            report.found(Effect.STOPS, "info-file-missing", name, file);
        } else if (!Files.isDirectory(folder.resolve(file))
                && !KINDS.contains(file.substring(file.lastIndexOf('.') + 1))) {
            report.found(Effect.STOPS, "info-kind", name, file);
        }
    }

    private void unknown(String name, JsonNode block, Set<String> known, String rule) {
        block.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                report.found(Effect.NOTE, rule, name, key, Nearest.hint(key, known));
            }
        });
    }
}
