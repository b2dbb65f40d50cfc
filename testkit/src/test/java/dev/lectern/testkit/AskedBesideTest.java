package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages that ask beside what is there, from a recipe file, in both languages. */
class AskedBesideTest {
    private static final String RECIPE = """
            name: beside
            draw: all-passages
            each:
              - ask-across-documents: { share: 0.5 }
              - infer-instruction: { share: 0.5, words: [10, 400] }
              - ask-from-evidence: { per-passage: 1 }
              - evolve: { share: 0.5 }
              - screen-instruction
              - drop-exact-copies: { of: instruction }
              - retrieve: { mode: own }
              - answer-from-evidence
              - locate-quotes
              - screen-hops
              - screen-answer
              - reword-instruction: { share: 0.3 }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void rowsOfEachSortStandOnEvidence(String language) throws IOException {
        List<Sample> rows = rows(build(language, RECIPE));
        assertThat(rows)
                .filteredOn(row -> row.tags().containsKey("hops"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(
                                row.evidence().stream().map(Evidence::document).distinct())
                        .hasSizeGreaterThan(1));
        assertThat(rows)
                .extracting(row -> row.tags().getOrDefault("evolved", ""))
                .contains("deepen", "broaden");
        assertThat(rows)
                .filteredOn(
                        row -> row.tags().containsKey("inferred") && !row.tags().containsKey("reworded"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.answer())
                        .isEqualTo(row.evidence().getFirst().quote().strip()));
        assertThat(rows)
                .filteredOn(row -> row.tags().containsKey("reworded"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    String parent = row.lineage().parents().getLast();
                    Sample before = rows.stream()
                            .filter(other -> other.id().equals(parent))
                            .findFirst()
                            .orElseThrow();
                    assertThat(row.answer()).isEqualTo(before.answer());
                    assertThat(row.evidence()).isEqualTo(before.evidence());
                    assertThat(row.instruction()).isNotEqualTo(before.instruction());
                });
    }

    private Result build(String language, String recipe) throws IOException {
        Path documents = folder.resolve("documents");
        if (language.equals("en")) {
            ManyDocuments.english(documents, 12);
        } else {
            ManyDocuments.chinese(documents, 12);
        }
        Path file = Files.writeString(folder.resolve("beside.yaml"), recipe);
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            return Lectern.into(folder.resolve("out"))
                    .documents(documents)
                    .recipe(file.toString())
                    .environment(Map.of())
                    .model("writer", "openai:test")
                    .baseUrl(server.baseUrl())
                    .build();
        }
    }

    private static List<Sample> rows(Result result) throws IOException {
        return Files.readAllLines(result.folder().resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }
}
