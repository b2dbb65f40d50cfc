package dev.lectern.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.report.Failures;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeavingsTest {
    private static final Sample SAMPLE = Sample.seedling("s", "en", List.of(), Lineage.of("toy"));

    @TempDir
    private Path folder;

    @Test
    void whatFailedAndWhatIsHeldCanBeReadByOthersWhileTheRunGoesOn() {
        try (Leavings leavings = Leavings.in(folder)) {
            assertThat(Failures.soFar(folder)).isEqualTo(Failures.of(folder.resolve("nowhere")));
            leavings.put("ask", new Outcome.Failed(SAMPLE, "the model refuses", "no", List.of("key")));
            leavings.put("ask", new Outcome.Held(SAMPLE, "nothing answers there"));
            Failures soFar = Failures.soFar(folder);
            assertThat(soFar.failed()).extracting(Failures.Group::cause).containsExactly("the model refuses");
            assertThat(soFar.held()).extracting(Failures.Group::cause).containsExactly("nothing answers there");
            assertThat(soFar.calls()).containsExactly("key");
            try (Stream<String> failed = leavings.failed()) {
                assertThat(failed).hasSize(1);
            }
        }
    }
}
