package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The small raised numbers that refer to notes: they stand in the middle of sentences and belong to none. */
final class PdfNoteMarks {
    private static final Pattern MARK = Pattern.compile("^(?:\\d{1,2}(?:[ ,]+\\d{1,2})*|[*†‡§])$");
    private static final double SMALL = 0.8;

    private PdfNoteMarks() {}

    static List<PdfLine> without(List<PdfLine> lines) {
        List<PdfLine> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            boolean raised = MARK.matcher(line.text()).matches()
                    && ((i > 0 && hangsOn(line, lines.get(i - 1)))
                            || (i + 1 < lines.size() && hangsOn(line, lines.get(i + 1))));
            if (!raised) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static boolean hangsOn(PdfLine mark, PdfLine line) {
        return mark.size() <= line.size() * SMALL && Math.abs(mark.baseline() - line.baseline()) < line.size();
    }
}
