package dev.lectern.app.cli;

import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import dev.lectern.export.Output;
import dev.lectern.report.Failures;
import dev.lectern.report.RunReport;
import dev.lectern.report.RunReport.Example;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The end of a build as a person reads it: counts, three rows, where things are, and the next command. */
final class Closing {
    private static final int ROWS = 3;
    private static final int FILES = 5;
    private static final int LINES = 2;

    private final Speaker speaker;
    private final Words words;
    private final Path folder;
    private final RunReport report;
    private final boolean atTheBudget;

    Closing(Speaker speaker, Path folder, RunReport report, boolean atTheBudget) {
        this.atTheBudget = atTheBudget;
        this.speaker = speaker;
        this.words = speaker.words();
        this.folder = folder;
        this.report = report;
    }

    void say() {
        speaker.print();
        counts();
        notes();
        rows();
        places();
        next();
    }

    private void counts() {
        RunReport.Samples samples = report.samples();
        speaker.print(bold(words.say("closing.rows", samples.accepted(), report.documents(), report.passages())));
        if (!report.tasks().isEmpty()) {
            speaker.print("  " + named(report.tasks()));
        }
        long dropped =
                samples.dropped().values().stream().mapToLong(Long::longValue).sum();
        if (dropped > 0) {
            speaker.print("  " + words.say("closing.dropped", dropped, biggest(samples.dropped())));
        }
        if (samples.held() > 0) {
            speaker.print("  " + words.say("closing.held", samples.held()));
            Failures.of(folder).held().stream().findFirst().ifPresent(this::held);
        }
        if (samples.failed() > 0) {
            speaker.print("  " + words.say("closing.failed", samples.failed(), retry()));
        }
        report.selection()
                .map(selection -> selection.told(words.language()))
                .ifPresent(told -> Help.wrap(told, width() - 4).forEach(line -> speaker.print("  " + line)));
        RunReport.Calls calls = report.calls();
        if (calls.made() + calls.reused() > 0) {
            speaker.print("  "
                    + words.say(
                            "closing.calls",
                            calls.made(),
                            calls.reused(),
                            report.tokens().input(),
                            report.tokens().output())
                    + (calls.retried() == 0
                            ? ""
                            : words.say("closing.comma") + words.say("closing.retried", calls.retried())));
        }
        if (report.total().calls() > 0) {
            speaker.print("  "
                    + words.say(
                            "closing.cost",
                            money(report.cost()),
                            money(report.total().cost()))
                    + (samples.accepted() == 0
                            ? ""
                            : words.say(
                                    "closing.cost.row",
                                    money(report.total().cost().per(samples.accepted())))));
        }
        skipped();
    }

    /** Why most of them wait, with what to do about it. */
    private void held(Failures.Group most) {
        most.cause()
                .lines()
                .flatMap(line -> Help.wrap(words.translate(line.strip()), width() - 4).stream())
                .forEach(line -> speaker.print("    " + line));
    }

    /** What is not known is said to be so, and never shown as nothing. */
    private String money(RunReport.Cost cost) {
        boolean nothing = cost.amount().signum() == 0;
        if (cost.known()) {
            return nothing ? words.say("cost.nothing") : cost.shown();
        }
        return nothing ? words.say("cost.unknown") : words.say("cost.least", cost.shown());
    }

    private void skipped() {
        if (report.skipped().isEmpty()) {
            return;
        }
        speaker.print("  " + words.say("closing.skipped", report.skipped().size()));
        report.skipped().stream()
                .limit(FILES)
                .forEach(file -> speaker.print(
                        "    " + file.file() + words.say("problems.colon") + words.translate(file.reason())));
        if (report.skipped().size() > FILES) {
            speaker.print("    " + words.say("closing.more", report.skipped().size() - FILES));
        }
    }

    private void notes() {
        report.notes().forEach(note -> Help.wrap(note, width() - 4).forEach(line -> speaker.print("  " + line)));
        if (report.partial()) {
            speaker.print("  " + bold(words.say("closing.partial")));
        }
    }

    private void rows() {
        List<Example> examples = report.examples().stream().limit(ROWS).toList();
        for (Example example : examples) {
            speaker.print();
            turn(words.say("closing.question"), example.sample(), "user");
            turn(words.say("closing.answer"), example.sample(), "assistant");
            example.sources().stream()
                    .findFirst()
                    .ifPresent(source -> speaker.print("     "
                            + dim(Columns.cut("— " + source.uri() + headings(source.headings()), width() - 6))));
        }
    }

    private void turn(String label, Sample sample, String role) {
        String text = sample.messages().stream()
                .filter(turn -> turn.role().equals(role))
                .map(Turn::content)
                .findFirst()
                .orElse("");
        List<String> lines = Help.wrap(Columns.cut(text, LINES * (width() - 8)), width() - 6);
        for (int i = 0; i < lines.size(); i++) {
            speaker.print("  " + Columns.pad(i == 0 ? label : "", 3) + lines.get(i));
        }
    }

    private void places() {
        speaker.print();
        for (int i = 0; i < report.outputs().size(); i++) {
            Output output = report.outputs().get(i);
            String file = folder.resolve(output.path()).toString();
            place(i == 0 ? words.say("closing.data") : "", file, words.say("closing.rows-in", output.rows()));
        }
        place(words.say("closing.report"), folder.resolve("report.html").toString(), "");
    }

    private void place(String label, String where, String more) {
        speaker.print("  " + Columns.pad(label, 9) + where + (more.isEmpty() ? "" : "  " + dim(more)));
    }

    private void next() {
        speaker.print();
        String called = speaker.shell().called();
        if (report.partial()) {
            // At the budget the same command would stop again at once; whoever knows of it says what to do.
            speaker.print(atTheBudget ? "" : words.say("closing.again"));
        } else if (report.examples().isEmpty()) {
            speaker.print(words.say("closing.nothing", folder.resolve("report.html")));
        } else {
            String id = report.examples().getFirst().sample().id();
            speaker.print(words.say("closing.next"));
            speaker.print("  " + called + " explain " + Quoted.of(folder.toString()) + " " + id);
        }
    }

    private String retry() {
        return speaker.shell().called() + " failures " + Quoted.of(folder.toString()) + " --retry";
    }

    private String biggest(Map<String, Long> dropped) {
        return dropped.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(2)
                .map(entry -> reason(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(words.say("closing.comma")));
    }

    /** {@code stage: reason}, of which the reason is a sentence of the core's. */
    private String reason(String key) {
        int colon = key.indexOf(": ");
        return colon < 0
                ? words.translate(key)
                : key.substring(0, colon) + words.say("problems.colon") + words.translate(key.substring(colon + 2));
    }

    private static String named(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    private static String headings(List<String> headings) {
        return headings.isEmpty() ? "" : " › " + String.join(" › ", headings);
    }

    private int width() {
        return Math.clamp(speaker.shell().width(), 60, 110);
    }

    private String bold(String text) {
        return speaker.paint(Speaker.Paint.BOLD, text);
    }

    private String dim(String text) {
        return speaker.paint(Speaker.Paint.DIM, text);
    }
}
