package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    @TempDir
    Path folder;

    private Path written(Rows rows, String key) throws IOException {
        Path file = folder.resolve("rows");
        try (RowsWriter writer = new RowsWriter(file, key)) {
            for (int i = 0; i < rows.size(); i++) {
                writer.add(rows.row(i));
            }
            writer.finish();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1500, 50_000})
    void aFileGivesBackWhatWasWrittenWhetherItsRowsAreFewOrMany(int size) throws IOException {
        Rows held = new Clouds(1).groups(size, 384, 7, .1);
        Rows filed = Rows.mapped(written(held, "bees"), "bees").orElseThrow();
        assertThat(filed.size()).isEqualTo(size);
        assertThat(filed.dimensions()).isEqualTo(held.dimensions());
        float[] one = new float[size * 384];
        float[] other = new float[size * 384];
        held.copy(0, size, one, 0);
        filed.copy(0, size, other, 0);
        assertThat(Arrays.equals(other, one)).isTrue();
        if (size > 3) {
            assertThat(filed.dot(size - 1, held.row(3))).isEqualTo(held.dot(size - 1, held.row(3)));
        }
    }

    @Test
    void aFileOfSomethingElseIsNotFound() throws IOException {
        Path file = written(new Clouds(1).groups(20, 8, 2, .1), "bees");
        assertThat(Rows.mapped(file, "wasps")).isEmpty();
        assertThat(Rows.mapped(folder.resolve("nothing"), "bees")).isEmpty();
        assertThat(Rows.mapped(Files.writeString(folder.resolve("words"), "lectern rows"), "bees"))
                .isEmpty();
        String head = "lectern rows 1: 0 of 8 floats, 00000000, " + "bees".repeat(20);
        assertThat(Rows.mapped(Files.writeString(file, head + " ".repeat(127 - head.length()) + "\n"), "bees"))
                .as("a key longer than any")
                .isEmpty();
    }

    @Test
    void aFileThatWasCutAtAnyPlaceOrDamagedAtAnyByteIsNotFound() throws IOException {
        Path file = written(new Clouds(1).groups(4, 3, 2, .1), "bees");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertThat(Rows.mapped(Files.write(file, Arrays.copyOf(whole, length)), "bees"))
                    .as("cut at %d", length)
                    .isEmpty();
        }
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            assertThat(Rows.mapped(Files.write(file, damaged), "bees"))
                    .as("damaged at %d", at)
                    .isEmpty();
        }
        assertThat(Rows.mapped(Files.write(file, Arrays.copyOf(whole, whole.length + 1)), "bees"))
                .isEmpty();
        assertThat(Rows.mapped(Files.write(file, whole), "bees")).isPresent();
    }

    @Test
    void aFileThatWasNotFinishedLeavesWhatWasThereBefore() throws IOException {
        Rows rows = new Clouds(1).groups(4, 3, 2, .1);
        Path file = written(rows, "bees");
        try (RowsWriter writer = new RowsWriter(file, "wasps")) {
            writer.add(rows.row(0));
        }
        assertThat(Rows.mapped(file, "bees")).isPresent();
        assertThat(folder.toFile().list()).containsExactly("rows");
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Rows.of(List.of(new float[2], new float[3]))).hasMessageContaining("3 numbers");
    }

    @Test
    void zerosStayZerosWhenBroughtToUnitLength() {
        assertThat(Vectors.unit(new float[3])).containsOnly(0);
        assertThat(Vectors.mean(List.of(), 2)).containsOnly(0);
    }

    @Test
    void rowsThatAreTakenKeepTheOrderAskedFor() {
        Rows rows = Rows.of(new float[] {1, 2, 3, 4, 5, 6}, 2);
        assertThat(rows.take(new int[] {2, 0}).row(0)).containsExactly(5, 6);
        float[] read = new float[4];
        rows.only(new int[] {2, 0}).copy(0, 2, read, 0);
        assertThat(read).containsExactly(5, 6, 1, 2);
    }
}
