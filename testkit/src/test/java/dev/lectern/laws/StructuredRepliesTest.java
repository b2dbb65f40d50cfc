package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.testkit.Faults;
import dev.lectern.testkit.Habits;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model says badly changes what a dataset costs, not what is in it; what it thinks stands beside what it says. */
class StructuredRepliesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeDocuments() throws IOException {
        String[] things = {"boiler", "valve", "sluice", "turbine", "gauge"};
        String[] deeds = {"was rebuilt by", "must be checked by", "is paid for by"};
        String[] people = {"the miller's guild", "two apprentices", "the river board", "an old carpenter"};
        String[] times = {"before the first frost", "in the wet season", "after the harvest fair", "on market days"};
        Files.createDirectories(folder.resolve("documents"));
        for (int n = 0; n < things.length; n++) {
            StringBuilder text = new StringBuilder("# The " + things[n] + " of the mill\n");
            for (int part = 0; part < 3; part++) {
                text.append("\n## Part %d of the %s\n\n".formatted(part + 1, things[n]));
                for (int i = 0; i < deeds.length; i++) {
                    text.append("Ring %d of the %s %s %s %s. "
                            .formatted(
                                    10 * part + i,
                                    things[n],
                                    deeds[i],
                                    people[(n + part + i) % 4],
                                    times[(n * part + i) % 4]));
                }
                text.append('\n');
            }
            Files.writeString(folder.resolve("documents").resolve(things[n] + ".md"), text);
        }
    }

    @Test
    void malformedRepliesChangeNotOneByteAndEveryRequestIsCounted() throws Exception {
        ModelServer.Settings plain = ModelServer.Settings.sensible().withPort(ServerProcess.freePort());
        Dataset clean;
        try (ModelServer server = ModelServer.start(plain)) {
            clean = build("clean", server, "drop");
        }
        Faults faults = Faults.of(
                3,
                Map.of(
                        Faults.Kind.BROKEN_JSON, 0.06,
                        Faults.Kind.OTHER_JSON, 0.06,
                        Faults.Kind.WRONG_SCHEMA, 0.06,
                        Faults.Kind.FALSE_LENGTH, 0.06));
        try (ModelServer server = ModelServer.start(plain.withFaults(faults))) {
            Dataset faulty = build("faulty", server, "drop");
            assertThat(faulty.bytes()).isEqualTo(clean.bytes());
            assertThat(faulty.samples()).hasSizeGreaterThan(5);
            assertThat(faulty.report().path("calls").path("retried").asInt()).isPositive();
            assertThat(requestsPaidFor(faulty)).isEqualTo(server.counts().requests());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Habits.Reasoning.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NOWHERE"})
    void whatTheModelThinksStandsBesideTheAnswerWhereverTheServerPutsIt(Habits.Reasoning place) throws Exception {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withReasoning(place))) {
            Dataset dataset = build("out", server, "field");
            assertThat(dataset.samples()).isNotEmpty().allSatisfy(sample -> {
                JsonNode answer = sample.path("messages").path(1);
                assertThat(answer.path("reasoning").asText()).isNotBlank().doesNotContain("think>");
                assertThat(answer.path("content").asText())
                        .isNotBlank()
                        .doesNotContain("think>", answer.path("reasoning").asText());
            });
            assertThat(Files.readAllLines(dataset.folder().resolve("data/openai/train.jsonl")))
                    .allMatch(line -> line.contains("\"reasoning_content\":\""));
        }
    }

    private Dataset build(String name, ModelServer server, String reasoning) {
        Result result = Lectern.into(folder.resolve(name))
                .documents(folder.resolve("documents"))
                .environment(Map.of())
                .model("writer", "openai:test-model")
                .baseUrl(server.baseUrl())
                .parameter("writer", "max_tokens", 4000L)
                .concurrency(4)
                .threads(2)
                .reasoning(reasoning)
                .build();
        return new Dataset(result.folder());
    }

    private static long requestsPaidFor(Dataset dataset) {
        ReplyStoreProvider provider =
                ServiceLoader.load(ReplyStoreProvider.class).findFirst().orElseThrow();
        try (ReplyStore store = provider.open(dataset.folder().resolve("run").resolve(ReplyStoreProvider.FILE))) {
            return store.spent().calls();
        }
    }
}
