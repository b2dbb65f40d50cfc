package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with themed documents and a target of pairs on bees, and the runs that are built beside them. */
record ThemedRuns(Path folder) {
    /** Writes so many documents of each theme, and a target of so many pairs. */
    void write(int documentsOfEach, int pairs) throws IOException {
        ThemedDocuments.write(documents(), documentsOfEach);
        aim(ThemedDocuments.pairs("bees", pairs));
    }

    Path documents() {
        return folder.resolve("documents");
    }

    /** Puts other pairs in the place of the target. */
    void aim(String pairs) throws IOException {
        Files.writeString(folder.resolve("target.jsonl"), pairs);
    }

    String target() {
        return folder.resolve("target.jsonl").toString();
    }

    /** A build from the documents, with a writer and without a target. */
    Lectern from(String out, String baseUrl) {
        return Lectern.into(folder.resolve(out))
                .documents(documents())
                .model("writer", "openai:test-model")
                .baseUrl(baseUrl)
                .environment(Map.of());
    }

    /** A build by the recipe equal towards the target, eight passages a round, that ends with its rounds alone. */
    Lectern equal(String out, ModelServer server) {
        return from(out, server.baseUrl())
                .recipe("equal")
                .target(target())
                .set("pick-clusters.passages-per-round=8")
                .set("pick-clusters.patience=0");
    }

    Path file(String run, String name) {
        return folder.resolve(run).resolve(name);
    }

    /** The lines of a file of a run. */
    List<JsonNode> lines(String run, String name) throws IOException {
        return Files.readAllLines(file(run, name)).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .toList();
    }

    /** The rows that a run accepted. */
    List<Sample> rows(String run) throws IOException {
        return Files.readAllLines(file(run, "samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }

    /** Two runs chose and brought the same, byte for byte. */
    void assertSame(String one, String other) {
        for (String name : List.of("samples.jsonl", "dropped.jsonl", "run/selection.jsonl")) {
            assertThat(file(one, name)).hasSameTextualContentAs(file(other, name));
        }
    }
}
