package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Running again is the resume: after {@code kill -9} the same command gives what an undisturbed run gives. */
@Timeout(120)
class KilledTest {
    @TempDir
    private static Path undisturbedFolder;

    private static Dataset undisturbed = new Dataset(Path.of(""));

    @TempDir
    private Path folder;

    @BeforeAll
    static void buildUndisturbed() {
        undisturbed = build(undisturbedFolder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Advanced read 4", "Advanced ask-from-structure 5", "Ended cap-shares"})
    void aRunKilledAtAnyMomentIsFinishedByRunningItAgain(String moment) throws Exception {
        Path killed = folder.resolve("killed");
        try (OtherProcess process = OtherProcess.build(killed, moment, Examples.english())) {
            process.awaitMoment().kill();
        }
        assertFinishedBySecondRun(killed);
    }

    @Test
    void aRunKilledWhileItWritesItsFilesIsFinishedByRunningItAgain() throws Exception {
        Path killed = folder.resolve("killed");
        try (OtherProcess process = OtherProcess.build(killed, "", Examples.english())) {
            while (process.alive() && !Files.exists(killed.resolve("dropped.jsonl"))) {
                Thread.onSpinWait();
            }
            process.kill();
        }
        assertFinishedBySecondRun(killed);
    }

    @Test
    void whatAKilledRunHadBegunToWriteIsClearedAwayEvenWhereTheNextRunWritesOtherFiles() throws IOException {
        Path killed = folder.resolve("killed");
        build(killed);
        for (String begun :
                List.of(".report.html.part", "data/alpaca/train.jsonl.part", "run/corpus/writing/a.spool")) {
            Files.createDirectories(killed.resolve(begun).resolveSibling(""));
            Files.writeString(killed.resolve(begun), "half a li");
        }
        build(killed);
        assertThat(new Dataset(killed).leftovers()).isEmpty();
    }

    private void assertFinishedBySecondRun(Path killed) throws IOException {
        assertThat(build(killed).bytes()).isEqualTo(undisturbed.bytes());
        assertThat(new Dataset(killed).leftovers()).isEmpty();
        assertThat(names(killed)).isEqualTo(names(undisturbed.folder()));
    }

    private static List<String> names(Path folder) throws IOException {
        return Examples.files(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    private static Dataset build(Path output) {
        return new Dataset(Lectern.into(output)
                .documents(Examples.english())
                .recipe("extractive")
                .build()
                .folder());
    }
}
