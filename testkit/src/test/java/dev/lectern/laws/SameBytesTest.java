package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset is a pure function of its documents and its recipe: not of threads, of time, or of what was built there before. */
class SameBytesTest {
    @TempDir
    private Path folder;

    @Test
    void oneThreadAndEightGiveTheSameBytes() throws IOException {
        Dataset one = build("one", 1, Examples.both());
        Dataset eight = build("eight", 8, Examples.both());
        assertThat(one.samples()).hasSizeGreaterThan(20);
        assertThat(eight.bytes()).isEqualTo(one.bytes());
    }

    @Test
    void buildingAgainInTheSameFolderChangesNothing() throws IOException {
        Dataset first = build("out", 2, Examples.english());
        SortedMap<String, String> before = first.bytes();
        assertThat(build("out", 2, Examples.english()).bytes()).isEqualTo(before);
    }

    @Test
    void rebuildingAfterEditsEqualsBuildingFromNothing() throws IOException {
        Path documents = Examples.copy(Examples.english(), folder.resolve("documents"));
        build("grown", 2, documents);
        Path edited = documents.resolve("sensors.md");
        Files.writeString(
                edited,
                Files.readString(edited)
                        + "\n\n## Calibrating a node\n\nA radio node is calibrated once a year with the reference cell. "
                        + "Calibration takes 15 minutes and needs no tools.\n");
        Files.delete(documents.resolve("safety.txt"));
        Files.copy(Examples.chinese().resolve("probes.md"), documents.resolve("probes.md"));
        Dataset grown = build("grown", 2, documents);
        Dataset fresh = build("fresh", 2, documents);
        assertThat(grown.bytes()).isEqualTo(fresh.bytes());
        assertThat(grown.documents()).extracting(d -> d.path("uri").asText()).contains("probes.md");
        assertThat(grown.documents()).extracting(d -> d.path("uri").asText()).doesNotContain("safety.txt");
        assertThat(grown.leftovers()).isEmpty();
    }

    @Test
    void theOrderInWhichSourcesAreNamedIsNoMatter() throws IOException {
        Dataset there = build("there", 2, Examples.english(), Examples.chinese());
        Dataset back = build("back", 2, Examples.chinese(), Examples.english());
        assertThat(back.bytes()).isEqualTo(there.bytes());
    }

    private Dataset build(String name, int threads, Path... sources) {
        Result result = Lectern.into(folder.resolve(name))
                .documents(sources)
                .recipe("extractive")
                .threads(threads)
                .build();
        return new Dataset(result.folder());
    }
}
