package dev.lectern.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    @TempDir
    Path folder;

    private static Manifest manifest(String recipe) {
        return new Manifest("0", recipe, 42, List.of(), "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), true);
    }

    @Test
    void aFileAppearsWholeOrNotAtAll() throws IOException {
        try (RunFolder run = RunFolder.open(folder, "toy")) {
            run.write("samples.jsonl", "old");
            Stream<String> breaks = Stream.of("new", "lines").peek(line -> {
                if (line.equals("lines")) {
                    throw new UncheckedIOException(new IOException("disk full"));
                }
            });
            assertThatThrownBy(() -> run.writeLines("samples.jsonl", breaks)).hasMessageContaining("disk full");
            assertThat(folder.resolve("samples.jsonl")).hasContent("old");
            run.writeLines("samples.jsonl", Stream.of("a", "b"));
            assertThat(Files.readString(folder.resolve("samples.jsonl"))).isEqualTo("a\nb\n");
        }
    }

    @Test
    void oneProcessAtATime() {
        assertThat(RunFolder.atWork(folder)).as("nobody was ever here").isFalse();
        try (RunFolder first = RunFolder.open(folder, "toy")) {
            assertThat(first.root()).isEqualTo(folder);
            assertThat(RunFolder.atWork(folder)).isTrue();
            assertThatThrownBy(() -> RunFolder.open(folder, "toy")).hasMessageContaining("another process is at work");
        }
        RunFolder.open(folder, "toy").close();
        assertThat(RunFolder.atWork(folder)).as("everybody has gone").isFalse();
    }

    @Test
    void aFolderOfAnotherRecipeIsLeftAlone() {
        try (RunFolder run = RunFolder.open(folder, "toy")) {
            run.write("run/manifest.json", Json.line(manifest("toy")));
        }
        assertThatThrownBy(() -> RunFolder.open(folder, "other"))
                .hasMessageContaining("holds a run of the recipe 'toy', not of 'other'")
                .hasMessageContaining("--recipe toy");
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("thesis.doc"), "years of work");
        assertThatThrownBy(() -> RunFolder.open(folder, "toy"))
                .hasMessageContaining("not empty and holds no run")
                .hasMessageContaining("thesis.doc");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "");
        assertThatThrownBy(() -> RunFolder.open(file, "toy")).hasMessageContaining("is a file");
    }

    @Test
    void theScratchFolderIsEmptyAndGoneAfterwards() throws IOException {
        try (RunFolder run = RunFolder.open(folder, "toy")) {
            Files.writeString(run.scratch().resolve("x"), "left by a run that was killed");
            assertThat(run.scratch()).isEmptyDirectory();
        }
        assertThat(folder.resolve("run/work")).doesNotExist();
    }
}
