package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.engine.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several keys for one address, of which one is no good. */
class PooledKeysTest {
    private static final String BAD = "sk-of-somebody-who-left";

    @TempDir
    private Path folder;

    private final List<Progress.Noted> noted = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aKeyThatIsGivenUpIsNamedByItsPlaceOnceWhileTheBuildGoesOnAndOnceAtItsEnd() throws IOException {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withKeys("sk-two", "sk-three"))) {
            Result result = build(server, BAD + ",sk-two,sk-three");
            assertThat(result.exitStatus()).isZero();
            assertThat(result.report().samples().accepted()).isPositive();
            assertThat(noted)
                    .filteredOn(note -> note.what().contains("was given up"))
                    .singleElement()
                    .satisfies(note -> assertThat(note.about().getFirst()).endsWith("(OPENAI_API_KEY #1)"))
                    .satisfies(note -> assertThat(note.about().get(1)).contains("the key is not accepted"))
                    .satisfies(note -> assertThat(note.about().get(2)).isEqualTo("check OPENAI_API_KEY"));
            assertThat(result.report().notes())
                    .filteredOn(note -> note.contains("was given up"))
                    .singleElement()
                    .asString()
                    .contains("(OPENAI_API_KEY #1)", "the key is not accepted");
            assertThat(noted.toString() + result.report()).doesNotContain(BAD);
        }
    }

    @Test
    void whereAllKeysAreGoodNothingIsSaid() throws IOException {
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withKeys("sk-one", "sk-two"))) {
            Result result = build(server, "sk-one,sk-two");
            assertThat(noted).noneMatch(note -> note.what().contains("was given up"));
            assertThat(result.report().notes()).noneMatch(note -> note.contains("was given up"));
        }
    }

    private void hear(Progress.Event event) {
        if (event instanceof Progress.Noted note) {
            noted.add(note);
        }
    }

    private Result build(ModelServer server, String keys) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < 6; i++) {
            String text = IntStream.range(0, 6)
                    .mapToObj(n -> "Sluice " + n + " of the mill was mended by the guild before the frost.")
                    .reduce("# Mill\n\n", (all, sentence) -> all + sentence + " ");
            Files.writeString(pages.resolve("page-" + i + ".md"), text.replace("Mill", "Mill " + i));
        }
        Lectern lectern = Lectern.into(folder.resolve("out"))
                .documents(pages)
                .environment(Map.of("OPENAI_API_KEY", keys))
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl());
        return Lectern.build(lectern.options(), this::hear);
    }
}
