package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe equal over documents on several themes, one of them wanted. */
class EqualBuildTest {
    private static final int EACH = 30;
    private static final int PASSAGES = 6 * EACH;

    @TempDir
    Path folder;

    private Result build(String out, ModelServer server, UnaryOperator<Lectern> more) throws IOException {
        Path documents = folder.resolve("documents");
        if (!Files.exists(documents)) {
            ThemedDocuments.write(documents, EACH);
            Files.writeString(folder.resolve("target.jsonl"), ThemedDocuments.pairs("bees", 20));
        }
        return more.apply(Lectern.into(folder.resolve(out))
                        .documents(documents)
                        .model("writer", "openai:test-model")
                        .model("embedder", "openai:test-model")
                        .baseUrl(server.baseUrl())
                        .environment(Map.of()))
                .build();
    }

    private UnaryOperator<Lectern> bees(UnaryOperator<Lectern> more) {
        return lectern ->
                more.apply(lectern.target(folder.resolve("target.jsonl").toString())
                        .recipe("equal")
                        .set("pick-clusters.passages-per-round=8"));
    }

    private List<Sample> rows(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }

    private List<JsonNode> rounds(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("run/selection.jsonl")).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    /** How many rows came of each theme. */
    private static SortedMap<String, Long> themes(List<Sample> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.answer().replaceAll(".* among |\\.$", ""), TreeMap::new, Collectors.counting()));
    }

    @Test
    void whatFitsTheTargetIsFoundForAPartOfTheCalls() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("out", server, bees(l -> l.set("pick-clusters.share=0.33")));
            List<Sample> rows = rows("out");
            // The server's vectors are short: some texts look alike to it by chance.
            assertThat(themes(rows).get("bees")).isGreaterThan(rows.size() * 3 / 5);
            assertThat(rows).extracting(row -> row.scores().get("fit")).allMatch(fit -> fit >= 0.5);
            List<JsonNode> rounds = rounds("out");
            JsonNode last = rounds.getLast();
            assertThat(last.path("items").asInt()).isEqualTo(PASSAGES);
            assertThat(last.path("named").asInt()).isEqualTo((PASSAGES + 2) / 3);
            assertThat(rows.stream()
                            .map(row -> row.tags().get("document"))
                            .distinct()
                            .count())
                    .as("documents on bees that rows came of")
                    .isGreaterThan(EACH * 7L / 10);
            assertThat(last.path("calls").asLong()).isLessThan(PASSAGES * 2);
            assertThat(result.exitStatus()).isZero();
        }
    }
}
