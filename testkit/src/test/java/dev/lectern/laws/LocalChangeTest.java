package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.testkit.ModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change stays local although answers draw on what an index over all documents finds. */
class LocalChangeTest {
    @TempDir
    private Path folder;

    private Path documents = Path.of("");

    @BeforeEach
    void copyDocuments() throws IOException {
        documents = Examples.copy(Examples.english(), folder.resolve("documents"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lexical:3", "hybrid:3"})
    void oneChangedPassageAsksFewCallsAnew(String retrieve) throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("out", retrieve, server);
            int first = server.counts().requests();
            Path page = documents.resolve("sensors.md");
            String text = Files.readString(page);
            String changed = text.replaceFirst("\\.\\n", " in all weathers.\n");
            assertThat(changed).isNotEqualTo(text);
            Files.writeString(page, changed);
            build("out", retrieve, server);
            int anew = server.counts().requests() - first;
            assertThat(anew).isPositive().isLessThan(first / 6);
        }
    }

    @Test
    void theSameAsIfItHadAlwaysBeenSo() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("out", "hybrid:3", server);
            Files.delete(documents.resolve("climate-programs.md"));
            Dataset again = build("out", "hybrid:3", server);
            Dataset fresh = build("fresh", "hybrid:3", server);
            assertThat(again.bytes()).isEqualTo(fresh.bytes());
            int asked = server.counts().requests();
            build("out", "hybrid:3", server);
            assertThat(server.counts().requests()).isEqualTo(asked);
        }
    }

    private Dataset build(String name, String retrieve, ModelServer server) {
        return new Dataset(Lectern.into(folder.resolve(name))
                .documents(documents)
                .environment(Map.of())
                .model("writer", "openai:test-model")
                .baseUrl(server.baseUrl())
                .perPassage(1)
                .retrieve(retrieve)
                .concurrency(8)
                .build()
                .folder());
    }
}
