package dev.lectern.people;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Calibration.Point;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The scores of the rows of a run that people rated, kept ones and dropped ones: a cut is to be learnt from both. */
public final class RatedRows {
    /** What says nothing of how good a row is. */
    private static final Set<String> NO_QUALITY = Set.of("weight", "rating", "votes");

    private RatedRows() {}

    /**
     * How each score of the run agrees with people.
     *
     * @param cuts the least value that the run asked for, by score
     * @throws ProblemsException if rows were rated that the run does not have
     */
    public static List<Calibration> of(Path run, Ratings ratings, Map<String, Double> cuts) {
        Set<String> missing = new TreeSet<>(ratings.byId().keySet());
        SortedMap<String, List<Point>> points = new TreeMap<>();
        each(run.resolve("samples.jsonl"), line -> line, ratings, missing, points);
        each(run.resolve("dropped.jsonl"), line -> line.path("sample"), ratings, missing, points);
        if (!missing.isEmpty()) {
            throw new ProblemsException(missing.stream()
                    .map(id -> new Problem(
                            "the run has no row '" + id + "'", "", "leave the column id as it was in the run's rows"))
                    .toList());
        }
        return points.entrySet().stream()
                .map(score -> Calibration.of(
                        score.getKey(),
                        score.getValue(),
                        cuts.containsKey(score.getKey())
                                ? OptionalDouble.of(cuts.getOrDefault(score.getKey(), 0.0))
                                : OptionalDouble.empty()))
                .toList();
    }

    private interface Within {
        JsonNode sample(JsonNode line);
    }

    private static void each(
            Path file, Within within, Ratings ratings, Set<String> missing, SortedMap<String, List<Point>> points) {
        if (!Files.exists(file)) {
            return;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.filter(line -> !line.isBlank()).forEach(line -> {
                JsonNode sample = within.sample(Json.read(line, JsonNode.class));
                String id = sample.path("id").asText("");
                Ratings.Rated rated = ratings.byId().get(id);
                // A row that was dropped and came back stands in both files; it counts once.
                if (rated != null && missing.remove(id)) {
                    sample.path("scores").properties().stream()
                            .filter(score -> !NO_QUALITY.contains(score.getKey()))
                            .forEach(score -> points.computeIfAbsent(score.getKey(), name -> new ArrayList<>())
                                    .add(new Point(score.getValue().asDouble(), rated)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
