package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors of the corpus lie in a file of the run folder; whatever becomes of it, rows are the same and nothing is embedded twice. */
class EqualFromDiskTest {
    private static final int EACH = 10;
    private static final int PASSAGES = 6 * EACH;

    @TempDir
    Path folder;

    private ThemedRuns runs() {
        return new ThemedRuns(folder);
    }

    @BeforeEach
    void documentsAndTarget() throws IOException {
        runs().write(EACH, 20);
    }

    private Result build(String out, ModelServer server, String embedder, double share) {
        return runs().equal(out, server)
                .set("pick-clusters.share=" + share)
                .model("embedder", embedder)
                .build();
    }

    private Path vectors(String out) {
        return runs().file(out, "run/corpus/vectors");
    }

    @Test
    void aFileThatIsGoneOrCutOrDamagedIsMadeAgainFromTheReplies() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("whole", server, "openai:test-model", 0.5);
            int once = server.counts().requests();
            build("parts", server, "openai:test-model", 0.1);
            byte[] made = Files.readAllBytes(vectors("parts"));
            Files.delete(vectors("parts"));
            build("parts", server, "openai:test-model", 0.2);
            assertThat(vectors("parts")).hasBinaryContent(made);
            Files.write(vectors("parts"), Arrays.copyOf(made, made.length / 2));
            build("parts", server, "openai:test-model", 0.3);
            assertThat(vectors("parts")).hasBinaryContent(made);
            byte[] damaged = made.clone();
            damaged[made.length / 2] ^= 1;
            Files.write(vectors("parts"), damaged);
            build("parts", server, "openai:test-model", 0.5);
            assertThat(vectors("parts")).hasBinaryContent(made);
            assertThat(server.counts().requests()).isEqualTo(2 * once);
            runs().assertSame("parts", "whole");
        }
    }

    @Test
    void aFileOfAnotherModelOrAnotherCorpusIsMadeAgain() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("parts", server, "auto", 0.1);
            byte[] other = Files.readAllBytes(vectors("parts"));
            build("parts", server, "openai:test-model", 0.1);
            byte[] made = Files.readAllBytes(vectors("parts"));
            assertThat(made).isNotEqualTo(other);
            Files.writeString(
                    runs().documents().resolve("new.md"), "# Ponds\n\nA pond with newts is a healthy pond.\n");
            build("parts", server, "openai:test-model", 0.2);
            assertThat(Files.readString(vectors("parts"), StandardCharsets.ISO_8859_1))
                    .startsWith("lectern rows 1: " + (PASSAGES + 1) + " of ");
            build("whole", server, "openai:test-model", 0.2);
            runs().assertSame("parts", "whole");
        }
    }

    @Test
    void aTargetWithEachPairTwiceMakesTheSameRows() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("once", server, "openai:test-model", 0.4);
            String pairs = ThemedDocuments.pairs("bees", 20);
            runs().aim(pairs + pairs);
            Result twice = build("twice", server, "openai:test-model", 0.4);
            runs().assertSame("twice", "once");
            assertThat(twice.report().notes())
                    .anyMatch(note -> note.endsWith("another row says, and count with it: 20."))
                    .noneMatch(note -> note.startsWith("Blank"));
        }
    }

    @Test
    void groupsStandForATargetOfVeryManyPairsAndThatIsSaid() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            runs().aim(ThemedDocuments.pairs("bees", 1200));
            Result result = build("many", server, "openai:test-model", 0.2);
            assertThat(result.report().notes())
                    .anyMatch(note -> note.contains("has 1200 examples: they were put into 400 groups"));
            long rows = runs().rows("many").stream()
                    .filter(row -> row.answer().contains("among bees"))
                    .count();
            assertThat(rows)
                    .isGreaterThan(result.report().samples().accepted() / 2)
                    .isPositive();
        }
    }
}
