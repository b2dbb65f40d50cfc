package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
