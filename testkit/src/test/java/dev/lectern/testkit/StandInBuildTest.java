package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.engine.Manifest;
import dev.lectern.engine.RunFolder;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ReplyStore;
import dev.lectern.report.Explain;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that is not there, and one that stands in for it. */
class StandInBuildTest {
    @TempDir
    private Path folder;

    private final String nobody;

    StandInBuildTest() throws IOException {
        nobody = "http://127.0.0.1:" + ServerProcess.freePort() + "/v1#absent";
    }

    @Test
    void whichModelAnsweredHowAndInWhichRowsIsToldNowAndWhenAllIsKept() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            assertTold(stoodInFor(server).build());
            int asked = server.counts().requests();
            assertTold(stoodInFor(server).build());
            assertThat(server.counts().requests()).as("all is kept").isEqualTo(asked);
        }
    }

    private void assertTold(Result result) throws IOException {
        long rows = result.report().samples().accepted();
        assertThat(rows).isPositive();
        assertThat(result.report().models()).containsExactly("absent", "test");
        assertThat(result.report().notes())
                .filteredOn(note -> note.contains("in place of"))
                .singleElement()
                .asString()
                .startsWith(rows + " rows hold answers from test");
        Manifest manifest = RunFolder.manifest(result.folder()).orElseThrow();
        assertThat(manifest.standIns().get("writer")).singleElement().satisfies(facts -> {
            assertThat(facts.at("/id/name").asText()).isEqualTo("test");
            assertThat(facts.at("/manner/form").asText()).isNotEmpty();
        });
        assertThat(manifest.standIns()).doesNotContainKey("judge");
        List<JsonNode> samples = lines("samples.jsonl");
        Map<String, JsonNode> named = lines("run/stand-ins.jsonl").stream()
                .collect(Collectors.toMap(line -> line.path("id").asText(), line -> line.path("calls")));
        assertThat(samples).allSatisfy(sample -> {
            JsonNode calls = named.getOrDefault(sample.path("id").asText(), MissingNode.getInstance());
            assertThat(calls.size()).isEqualTo(sample.at("/lineage/calls").size());
            assertThat(calls).allMatch(model -> model.asText().equals("test"));
        });
        try (ReplyStore store = SqliteReplyStore.open(folder.resolve("out/run/replies.db"))) {
            assertThat(Explain.text(
                            result.folder(),
                            samples.getFirst().path("id").asText(),
                            store::find,
                            reply -> List.of(),
                            "en",
                            UnaryOperator.identity()))
                    .contains("Answered by test", "It stood in for absent");
        }
    }

    @Test
    void whereNobodyStoodInNothingIsSaidOfIt() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Files.createDirectories(folder.resolve("out/run"));
            Files.writeString(folder.resolve("out/run/stand-ins.jsonl"), "{}\n");
            Result result = lectern()
                    .baseUrl(server.baseUrl())
                    .model("writer", "openai:test")
                    .build();
            assertThat(result.report().notes()).noneMatch(note -> note.contains("in place of"));
            assertThat(folder.resolve("out/run/stand-ins.jsonl")).doesNotExist();
            assertThat(folder.resolve("out/run/manifest.json")).content().doesNotContain("stand_ins");
        }
    }

    private List<JsonNode> lines(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("out").resolve(file))) {
            return lines.map(line -> Json.read(line, JsonNode.class)).toList();
        }
    }

    private Lectern stoodInFor(ModelServer server) throws IOException {
        return lectern().model("writer", "mine").setup("mine", setup(nobody, List.of(server.baseUrl() + "#test")));
    }

    private Lectern lectern() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < 4; i++) {
            String text = IntStream.range(0, 6)
                    .mapToObj(n -> "Sluice " + n + " of the mill was mended by the guild before the frost.")
                    .collect(Collectors.joining(" ", "# Mill " + i + "\n\n", "\n"));
            Files.writeString(pages.resolve("page-" + i + ".md"), text);
        }
        return Lectern.into(folder.resolve("out"))
                .retrieve("lexical")
                .documents(pages)
                .environment(Map.of());
    }

    private static ModelSetup setup(String spec, List<String> fallback) {
        return new ModelSetup(
                spec,
                List.of(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                fallback,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }
}
