package dev.lectern.app.cli;

import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import dev.lectern.engine.Progress;
import dev.lectern.report.RunReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows how a build comes along, on standard error: on a terminal one line that renews itself while a stage runs, and
 * stays when it is through; elsewhere a plain line every few seconds.
 */
final class ProgressLines implements Progress {
    private static final Duration LIVE = Duration.ofMillis(100);
    private static final Duration PLAIN = Duration.ofSeconds(5);

    private final Speaker speaker;
    private final Words words;
    private final boolean live;
    private final LongSupplier nanos;
    private final Map<String, Long> began = new LinkedHashMap<>();
    private long lastShown;
    private boolean lineOpen;

    /** @param nanos a clock that only goes forward */
    ProgressLines(Speaker speaker, LongSupplier nanos) {
        this.speaker = speaker;
        this.words = speaker.words();
        this.live = speaker.shell().terminal()
                && !speaker.shell().environment().getOrDefault("TERM", "").equals("dumb");
        this.nanos = nanos;
        this.lastShown = nanos.getAsLong();
    }

    @Override
    public synchronized void hear(Event event) {
        if (speaker.quiet()) {
            return;
        }
        switch (event) {
            case Started started -> started(started);
            case Advanced advanced -> advanced(advanced);
            case Ended ended -> ended(ended);
            case Noted noted -> line("  " + words.say("progress.note") + words.translate(noted.what(), noted.about()));
        }
    }

    /** Ends a line that is still renewing itself, before something else is printed. */
    synchronized void close() {
        if (lineOpen) {
            speaker.shell().err().print("\r\u001b[K");
            speaker.shell().err().flush();
            lineOpen = false;
        }
    }

    private void started(Started started) {
        began.put(started.stage(), nanos.getAsLong());
        if (live && !lineOpen) {
            renew(stage(started.stage()).stripTrailing());
        }
    }

    private void renew(String text) {
        speaker.shell()
                .err()
                .print("\r\u001b[K" + Columns.fit(text, speaker.shell().width() - 1));
        speaker.shell().err().flush();
        lineOpen = true;
    }

    private void advanced(Advanced now) {
        long time = nanos.getAsLong();
        if (time - lastShown < (live ? LIVE : PLAIN).toNanos()) {
            return;
        }
        lastShown = time;
        StringBuilder text = new StringBuilder(stage(now.stage()));
        text.append(
                now.expected() > 0
                        ? words.say("progress.of", now.done(), now.expected())
                        : words.say("progress.done", now.done()));
        Counts counts = now.counts();
        if (counts.in() > 0) {
            text.append(words.say("progress.counts", counts.kept(), counts.dropped()));
        }
        double seconds = (time - began.getOrDefault(now.stage(), time)) / 1e9;
        calls(now.calls(), text);
        if (now.expected() > now.done() && now.done() > 0 && seconds > 2) {
            double left = seconds / now.done() * (now.expected() - now.done());
            text.append(words.say("progress.left", duration(Duration.ofMillis((long) (left * 1000)))));
        }
        if (live) {
            renew(text.toString());
        } else {
            line(text.toString());
        }
    }

    /** How the models' calls stand; nothing of them where none are made. */
    private void calls(Calls calls, StringBuilder text) {
        if (calls.inFlight() > 0) {
            text.append(words.say("progress.flight", calls.inFlight(), Math.max(calls.limit(), calls.inFlight())));
        }
        if (calls.batched().total() > 0) {
            text.append(words.say(
                    "progress.batch", calls.batched().done(), calls.batched().total()));
        }
        if (calls.tokensPerSecond() > 0) {
            text.append(words.say("progress.tokens", calls.tokensPerSecond()));
        }
        calls.money()
                .forEach(money -> text.append(
                        words.say("progress.money", RunReport.Cost.of(money).shown())));
        if (calls.unpriced()) {
            text.append(words.say("progress.unpriced"));
        }
        if (calls.retried() > 0) {
            text.append(words.say("progress.retried", calls.retried()));
        }
        if (calls.pausedLanes() > 0) {
            text.append(words.say("progress.paused", calls.pausedLanes()));
        }
    }

    private void ended(Ended ended) {
        Counts counts = ended.counts();
        StringBuilder text = new StringBuilder(stage(ended.stage()));
        text.append(words.say("progress.ended", counts.in() + counts.born(), counts.kept(), counts.dropped()));
        if (counts.held() + counts.failed() > 0) {
            text.append(words.say("progress.trouble", counts.held(), counts.failed()));
        }
        if (ended.took().toMillis() >= 100) {
            text.append("  ").append(duration(ended.took()));
        }
        line(text.toString());
    }

    private String stage(String name) {
        String shown = words.knows("progress.stage." + name) ? words.say("progress.stage." + name) : name;
        return "  " + Columns.pad(shown, 24) + " ";
    }

    private void line(String text) {
        close();
        speaker.note(text);
    }

    /** 0.8 s, 12 s, 3 min 20 s, 2 h 5 min. */
    static String duration(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        if (time.toMillis() < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        } else if (seconds < 60) {
            return seconds + " s";
        } else if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
