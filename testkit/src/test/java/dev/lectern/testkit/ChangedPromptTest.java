package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.report.Explain;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project changes a prompt of its own and builds again. */
class ChangedPromptTest {
    private static final String ANSWER = "answer-from-evidence/answer";
    private static final int EARLIER = 20;

    @TempDir
    private Path folder;

    private Path run = Path.of("");
    private Path prompt = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        run = folder.resolve("out");
        prompt = folder.resolve("prompts").resolve(ANSWER).resolve("en.md");
        Files.createDirectories(prompt.getParent());
        writePrompt("");
        Files.writeString(folder.resolve("page.md"), """
                # Paper mill

                The mill on the Aare made paper from rags until the new hall was built. Twelve people worked at the vats in the old \
                hall every winter. The river froze in January and the wheel stood still for three weeks.
                """);
    }

    @Test
    void onlyTheCallsThatItChangesAreMadeAnewAndTheFieldIsNamed() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result first = build(server);
            long rows = first.report().samples().accepted();
            assertThat(rows).isGreaterThan(1);
            int paid = server.counts().requests();

            writePrompt("Write as one writes to a neighbour.");
            Result second = build(server);
            assertThat(second.report().calls().made()).isEqualTo(rows);
            assertThat(second.report().calls().reused()).isPositive();
            assertThat(server.counts().requests()).isEqualTo(paid + Math.toIntExact(rows));

            String story = story();
            assertThat(story)
                    .contains("messages[0] (system)")
                    .contains("Write as one writes to a neighbour.")
                    .doesNotContain("messages[1]");

            writePrompt("");
            assertThat(build(server).report().calls().made())
                    .as("the old replies are still there")
                    .isZero();
        }
    }

    private String story() throws IOException {
        Sample row = Json.read(Files.readAllLines(run.resolve("samples.jsonl")).getFirst(), Sample.class);
        try (ReplyStore store = ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .orElseThrow()
                .look(run.resolve("run").resolve(ReplyStoreProvider.FILE))) {
            return Explain.text(
                    run, row.id(), store::find, reply -> store.earlierLike(reply, EARLIER), "en", words -> words);
        }
    }

    private void writePrompt(String more) throws IOException {
        String shipped = ResourcePrompts.shipped().prompt(ANSWER, "en").system();
        String user = ResourcePrompts.shipped().prompt(ANSWER, "en").user();
        Files.writeString(prompt, (shipped + "\n" + more).strip() + "\n\n---user---\n\n" + user);
    }

    private Result build(ModelServer server) {
        return Lectern.into(run)
                .documents(folder.resolve("page.md"))
                .prompts(folder.resolve("prompts"))
                .environment(Map.of())
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl())
                .retrieve("own")
                .build();
    }
}
