package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.words.Words;
import dev.lectern.engine.Progress.Advanced;
import dev.lectern.engine.Progress.Batched;
import dev.lectern.engine.Progress.Calls;
import dev.lectern.engine.Progress.Counts;
import dev.lectern.engine.Progress.Ended;
import dev.lectern.engine.Progress.Noted;
import dev.lectern.engine.Progress.Started;
import dev.lectern.model.Cost;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private static final Counts HALF = new Counts(50, 0, 30, 0, 20, 0);

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void onATerminalOneLineRenewsItselfAndGivesWayToTheFinalOne() {
        ProgressLines lines = lines(true, false, "en");
        lines.hear(new Started("ask", 100));
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        lines.hear(new Advanced(
                "ask",
                50,
                100,
                HALF,
                new Calls(8, 16, 4000, 1000, 3, 1, List.of(new Cost(123_400, "USD")), true, Batched.NONE)));
        assertThat(shown())
                .endsWith(
                        "  ask                      50/100, 30 kept, 20 dropped, 8 of 16 in flight, 1,000 tokens/s, 0.12 USD"
                                + ", price unknown, 3 retried, 1 paused, about 4.0 s left");
        lines.hear(new Ended("ask", HALF, Duration.ofSeconds(8)));
        assertThat(shown()).endsWith("\r\u001b[K  ask                      50 in, 30 kept, 20 dropped  8.0 s\n");
    }

    @Test
    void elsewhereAPlainLineComesEveryFewSeconds() {
        ProgressLines lines = lines(false, false, "en");
        lines.hear(new Started("ask", 100));
        for (int i = 1; i <= 100; i++) {
            nanos.addAndGet(Duration.ofMillis(100).toNanos());
            lines.hear(new Advanced("ask", i, 100, Counts.NONE, Calls.NONE));
        }
        assertThat(shown().lines()).hasSize(2);
        assertThat(shown()).doesNotContain("\u001b", "\r").contains("50/100, about 5.0 s left");
    }

    @Test
    void quietMeansSilence() {
        ProgressLines lines = lines(true, true, "en");
        lines.hear(new Started("ask", 1));
        lines.hear(new Ended("ask", HALF, Duration.ZERO));
        lines.hear(new Noted("something", List.of()));
        assertThat(shown()).isEmpty();
    }

    @Test
    void chineseReadersReadChinese() {
        ProgressLines lines = lines(false, false, "zh");
        lines.hear(new Ended("ask", new Counts(50, 0, 20, 3, 25, 2), Duration.ZERO));
        assertThat(shown()).contains("输入 50，保留 20，丢弃 25，搁置 3，失败 2");
    }

    @Test
    void durationsReadAsPeopleSayThem() {
        assertThat(ProgressLines.duration(Duration.ofMillis(840))).isEqualTo("0.8 s");
        assertThat(ProgressLines.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(ProgressLines.duration(Duration.ofSeconds(200))).isEqualTo("3 min 20 s");
        assertThat(ProgressLines.duration(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
    }

    private ProgressLines lines(boolean terminal, boolean quiet, String language) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Shell shell = new Shell(stream, stream, Map.of(), Path.of(""), "lectern", terminal, 160);
        return new ProgressLines(new Speaker(shell, Words.in(language), false, quiet), nanos::get);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
