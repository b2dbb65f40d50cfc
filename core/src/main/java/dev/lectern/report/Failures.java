package dev.lectern.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Outcome;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What failed in a run and what waits, grouped by stage and cause: the largest group first, what only waits for others last. Read from
 * the run's files from beginning to end; holds a few examples of each cause.
 *
 * @param failed samples that could not be worked on
 * @param held samples that the next run takes up by itself
 * @param calls keys of the kept replies that samples failed for; retired, they are drawn anew
 */
public record Failures(List<Group> failed, List<Group> held, Set<String> calls) {
    private static final int EXAMPLES = 3;
    private static final int RAW_SHOWN = 300;

    /** Samples that ended at one stage for one cause. */
    public record Group(String stage, String cause, long count, List<Example> examples) {
        private boolean onlyWaits() {
            return cause.equals(Outcome.Held.FOR_OTHERS);
        }
    }

    /** @param raw how the model's reply begins; empty if there was none */
    public record Example(
            String id,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String raw) {}

    public Failures {
        failed = List.copyOf(failed);
        held = List.copyOf(held);
    }

    /** @param run the run's folder */
    public static Failures of(Path run) {
        return in(run.resolve("failed.jsonl"), run.resolve("run/held.jsonl"), false);
    }

    /**
     * The same for a run that is at work just now, as it stands.
     *
     * @param work where it keeps what it has not told yet
     */
    public static Failures soFar(Path work) {
        return in(work.resolve("failed.jsonl"), work.resolve("held.jsonl"), true);
    }

    private static Failures in(Path failedLines, Path heldLines, boolean atWork) {
        Map<List<String>, Group> failed = new LinkedHashMap<>();
        Map<List<String>, Group> held = new LinkedHashMap<>();
        Set<String> calls = new LinkedHashSet<>();
        each(failedLines, atWork, line -> {
            add(failed, line, line.path("cause").asText());
            line.path("calls").forEach(key -> calls.add(key.asText()));
        });
        each(heldLines, atWork, line -> add(held, line, line.path("reason").asText()));
        return new Failures(largestFirst(failed), largestFirst(held), calls);
    }

    /** How many of them. */
    public static long count(List<Group> groups) {
        return groups.stream().mapToLong(Group::count).sum();
    }

    private static void add(Map<List<String>, Group> groups, JsonNode line, String cause) {
        String stage = line.path("stage").asText();
        Group group = groups.getOrDefault(List.of(stage, cause), new Group(stage, cause, 0, List.of()));
        List<Example> examples = new ArrayList<>(group.examples());
        if (examples.size() < EXAMPLES) {
            String raw = line.path("raw").asText();
            examples.add(new Example(line.path("id").asText(), beginning(raw)));
        }
        groups.put(List.of(stage, cause), new Group(stage, cause, group.count() + 1, List.copyOf(examples)));
    }

    private static String beginning(String raw) {
        String line = Explain.clean(raw).replaceAll("\\s+", " ").strip();
        int end = line.offsetByCodePoints(0, Math.min(RAW_SHOWN, line.codePointCount(0, line.length())));
        return end == line.length() ? line : line.substring(0, end) + " …";
    }

    private static List<Group> largestFirst(Map<List<String>, Group> groups) {
        return groups.values().stream()
                .sorted(Comparator.comparing(Group::onlyWaits)
                        .thenComparing(Comparator.comparingLong(Group::count).reversed()))
                .toList();
    }

    private static Optional<JsonNode> parsed(String line, boolean mayBreakOff) {
        try {
            return Optional.of(Json.read(line, JsonNode.class));
        } catch (UncheckedIOException e) {
            if (!mayBreakOff) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** @param mayBreakOff whether somebody may be writing the last line */
    private static void each(Path file, boolean mayBreakOff, Consumer<JsonNode> reader) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank())
                    .flatMap(line -> parsed(line, mayBreakOff).stream())
                    .forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
