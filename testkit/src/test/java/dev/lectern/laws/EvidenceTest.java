package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row can be traced: what its evidence quotes stands in the document, at that place. */
class EvidenceTest {
    @TempDir
    private static Path folder;

    private static Dataset dataset = new Dataset(Path.of(""));

    @BeforeAll
    static void build() {
        dataset = new Dataset(Lectern.into(folder.resolve("out"))
                .documents(Examples.both())
                .recipe("extractive")
                .build()
                .folder());
    }

    @Test
    void everyQuoteStandsInTheDocumentAtItsOffsets() throws IOException {
        Map<String, String> texts = new HashMap<>();
        dataset.documents()
                .forEach(d -> texts.put(d.path("id").asText(), d.path("text").asText()));
        List<JsonNode> samples = dataset.samples();
        assertThat(samples).isNotEmpty();
        for (JsonNode sample : samples) {
            assertThat(sample.path("evidence")).as("evidence of %s", sample).isNotEmpty();
            for (JsonNode evidence : sample.path("evidence")) {
                assertThat(texts).containsKey(evidence.path("document").asText());
                String text = texts.getOrDefault(evidence.path("document").asText(), "");
                assertThat(text.substring(
                                evidence.path("start").asInt(),
                                evidence.path("end").asInt()))
                        .isEqualTo(evidence.path("quote").asText());
            }
        }
    }

    @Test
    void noRowStandsTwiceAndRowsAreInTheOrderOfTheirIds() throws IOException {
        List<String> ids =
                dataset.samples().stream().map(s -> s.path("id").asText()).toList();
        Set<String> instructions = new HashSet<>();
        dataset.samples()
                .forEach(s -> instructions.add(
                        s.path("messages").path(0).path("content").asText()));
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(instructions).hasSize(ids.size());
    }

    @Test
    void nothingDisappears() throws IOException {
        for (JsonNode stage : dataset.report().path("stages")) {
            assertThat(stage.path("in").asLong() + stage.path("born").asLong())
                    .as("%s", stage)
                    .isEqualTo(stage.path("kept").asLong()
                            + stage.path("dropped").asLong()
                            + stage.path("held").asLong()
                            + stage.path("failed").asLong());
        }
        assertThat(dataset.report().path("samples").path("accepted").asInt())
                .isEqualTo(dataset.samples().size());
    }
}
