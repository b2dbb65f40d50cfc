package dev.lectern.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    Path folder;

    @Test
    void aFileGivesBackWhatWasWritten() throws IOException {
        Rows held = new Clouds(1).groups(1500, 384, 7, .1);
        Path file = folder.resolve("rows");
        try (RowsWriter writer = new RowsWriter(file, 384)) {
            for (int i = 0; i < held.size(); i++) {
                writer.add(held.row(i));
            }
        }
        Rows filed = Rows.mapped(file, 384);
        assertThat(filed.size()).isEqualTo(1500);
        float[] one = new float[1500 * 384];
        float[] other = new float[1500 * 384];
        held.copy(0, 1500, one, 0);
        filed.copy(0, 1500, other, 0);
        assertThat(other).isEqualTo(one);
        assertThat(filed.dot(1499, held.row(3))).isEqualTo(held.dot(1499, held.row(3)));
    }

    @Test
    void aFileOfHalfARowIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("rows"), new byte[12]);
        assertThatThrownBy(() -> Rows.mapped(file, 2)).hasMessageContaining("whole rows of 2");
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
    }
}
