package dev.lectern.export.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Takes findings about one file, knows the line at hand, and counts. */
final class Report {
    private final String file;
    private final Consumer<Finding> sink;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Set<String> saidOnce = new HashSet<>();
    private final Set<Effect> effectsOfRow = new HashSet<>();
    private boolean accepted = true;
    private long rows;
    private long badRows;
    private long line;

    Report(String file, Consumer<Finding> sink) {
        this.file = file;
        this.sink = sink;
    }

    void row(long atLine) {
        endRow();
        rows++;
        line = atLine;
    }

    /** What was found since the last row belongs to that row. */
    void endRow() {
        if (rows > 0 && effectsOfRow.stream().anyMatch(e -> e != Effect.NOTE)) {
            badRows++;
        }
        effectsOfRow.clear();
    }

    void atLine(long atLine) {
        line = atLine;
    }

    void found(Effect effect, String rule, Object... arguments) {
        counts.merge(rule, 1L, Long::sum);
        effectsOfRow.add(effect);
        accepted &= effect == Effect.NOTE;
        sink.accept(new Finding(
                file,
                line,
                effect,
                rule,
                Stream.of(arguments).map(Report::shown).toList()));
    }

    /** What holds for a whole file is said at its first row only. */
    void once(Effect effect, String rule, Object... arguments) {
        if (saidOnce.add(rule)) {
            found(effect, rule, arguments);
        }
    }

    DataCheck.FileResult result(String layout) {
        endRow();
        return new DataCheck.FileResult(file, layout, rows, badRows, accepted, new TreeMap<>(counts));
    }

    /** Long values are cut: a finding is a line for people. */
    private static String shown(Object argument) {
        String text = String.valueOf(argument);
        return text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }
}
