package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.engine.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresCommandTest {
    private static final String HELD =
            "{\"id\":\"a\",\"stage\":\"answer-from-evidence\",\"reason\":\"model not reached: nothing answers there\"}\n";

    private static final String FAILED =
            "{\"id\":\"a\",\"stage\":\"ask-from-evidence\",\"cause\":\"the model refuses\",\"raw\":\"no\"}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void builtOnce() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(
                home.resolve("page.md"),
                "# Lake Mir\n\n## How deep is Lake Mir?\n\nLake Mir is forty metres deep at its northern end.\n");
        Typed built = Typed.in(home).run("build", "page.md", "-o", "out", "--seed", "7", "--formats", "sharegpt");
        assertThat(built.status()).as(built.err()).isEqualTo(Status.DONE);
    }

    @Test
    void aRetryRunsTheBuildAgainAsItWasTypedThoughTheRunHasMoved() throws IOException {
        Path moved = folder.resolve("moved");
        Files.move(folder.resolve("home/out"), moved);
        Files.writeString(moved.resolve("run/held.jsonl"), HELD, StandardOpenOption.CREATE);
        Files.delete(moved.resolve("samples.jsonl"));
        Typed retried = Typed.in(folder).run("failures", "moved", "--retry");
        assertThat(retried.status()).as(retried.err()).isEqualTo(Status.DONE);
        assertThat(moved.resolve("samples.jsonl")).isNotEmptyFile();
        assertThat(moved.resolve("data/sharegpt/train.jsonl")).isNotEmptyFile();
        assertThat(moved.resolve("data/openai")).doesNotExist();
        assertThat(moved.resolve("run/manifest.json")).content().contains("\"seed\":7");
    }

    @Test
    void whereTheDocumentsAreGoneThatIsSaidBeforeAnythingIsRetired() throws IOException {
        Files.writeString(folder.resolve("home/out/run/held.jsonl"), HELD);
        Files.delete(folder.resolve("home/page.md"));
        Typed retried = Typed.in(folder.resolve("home")).run("failures", "out", "--retry");
        assertThat(retried.status()).isEqualTo(Status.WRONG);
        assertThat(retried.err())
                .contains("what this run was built from is not there any more")
                .contains("page.md")
                .contains("--output");
    }

    @Test
    void whileABuildIsAtWorkThatIsSaidWithWhatFailedSoFar() throws IOException {
        Path out = folder.resolve("home/out");
        // What the build before left is not what this one comes to.
        Files.writeString(out.resolve("run/held.jsonl"), HELD);
        Typed before = Typed.in(folder.resolve("home")).run("failures", "out");
        assertThat(before.out()).contains("1 wait").doesNotContain("at work");
        try (RunFolder atWork = RunFolder.open(out, "extractive")) {
            Typed nothing = Typed.in(folder.resolve("home")).run("failures", "out");
            assertThat(nothing.status()).isEqualTo(Status.DONE);
            assertThat(nothing.out()).contains("A build is at work in this folder. So far 0 failed, and 0 wait.");
            Files.writeString(atWork.scratch().resolve("failed.jsonl"), FAILED + FAILED + FAILED.substring(0, 40));
            Typed some = Typed.in(folder.resolve("home")).run("failures", "out");
            assertThat(some.out())
                    .contains("So far 2 failed, and 0 wait.", "2  ask-from-evidence: the model refuses")
                    .doesNotContain("--retry");
            Typed retried = Typed.in(folder.resolve("home")).run("failures", "out", "--retry");
            assertThat(retried.status()).isEqualTo(Status.WRONG);
            assertThat(retried.err()).contains("another process is at work in the output folder");
        }
    }

    @Test
    void ofABuildThatWasStoppedBeforeItsEndNobodySaysThatNothingFailed() throws IOException {
        Typed whole = Typed.in(folder.resolve("home")).run("failures", "out");
        assertThat(whole.out()).contains("Nothing failed, and nothing waits.");
        Path manifest = folder.resolve("home/out/run/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"complete\":true", "\"complete\":false"));
        Typed stopped = Typed.in(folder.resolve("home")).run("failures", "out");
        assertThat(stopped.out())
                .contains("the last build was stopped before its end")
                .doesNotContain("nothing waits");
    }

    @Test
    void aCommandThatHoldsAPasswordIsNotKept() throws IOException {
        Path home = folder.resolve("home");
        Typed built = Typed.in(home)
                .run(
                        "build",
                        "page.md",
                        "-o",
                        "out",
                        "--model",
                        "http://me:secret@127.0.0.1:1/v1#m",
                        "--recipe",
                        "extractive");
        assertThat(built.status()).as(built.err()).isEqualTo(Status.DONE);
        assertThat(home.resolve("out/run/build.json")).doesNotExist();
    }
}
