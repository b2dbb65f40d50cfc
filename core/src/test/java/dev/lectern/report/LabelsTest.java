package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void namesCoverNeitherEachOtherNorADisc() {
        Labels labels = new Labels(480, 300);
        for (int i = 0; i < 8; i++) {
            labels.disc(200 + 10 * i, 150, 12);
        }
        List<Labels.Place> placed = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            labels.beside(200 + 10 * i, 150, 12, "Handbook of pumps").ifPresent(placed::add);
        }
        assertThat(placed).as("above, below and at the ends").hasSizeBetween(2, 6);
        assertThat(placed).allMatch(place -> Math.abs(place.y() - 150) > 12 || place.x() > 282 || place.x() < 188);
        assertThat(placed).extracting(place -> place.x() + " " + place.y()).doesNotHaveDuplicates();
    }

    @Test
    void aNameThatWouldLeaveThePictureIsLeftOut() {
        Labels labels = new Labels(100, 30);
        labels.disc(50, 15, 14);
        assertThat(labels.beside(50, 15, 14, "Handbook of pumps")).isEqualTo(Optional.empty());
        assertThat(labels.beside(50, 15, 2, "a")).isEmpty();
    }
}
