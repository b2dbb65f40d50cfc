package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Outcome;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    @TempDir
    Path run;

    @Test
    void whatOnlyWaitsForOthersComesAfterWhatIsWrongHoweverMuchItIs() throws IOException {
        List<String> lines = new ArrayList<>(Collections.nCopies(9, held(Outcome.Held.FOR_OTHERS)));
        lines.add(held("the store of replies fails"));
        lines.addAll(Collections.nCopies(2, held("nothing answers there")));
        Files.createDirectory(run.resolve("run"));
        Files.write(run.resolve("run/held.jsonl"), lines);
        assertThat(Failures.of(run).held())
                .extracting(Failures.Group::cause)
                .containsExactly("nothing answers there", "the store of replies fails", Outcome.Held.FOR_OTHERS);
    }

    private static String held(String reason) {
        return Json.line(Map.of("id", "a", "stage", "ask", "reason", reason));
    }
}
