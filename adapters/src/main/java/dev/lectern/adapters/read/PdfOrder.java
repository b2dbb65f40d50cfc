package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The order in which a page is read. Most pages draw their lines in that order; where one leaps upwards again and again it is
 * ordered anew: cut at gutters and gaps, left before right, upper before lower.
 */
final class PdfOrder {
    /** Upward leaps that go to no further column. */
    private static final int LEAPS = 2;

    private static final int MOST_LINES = 600;
    /** Points of white that part two columns. */
    private static final double GUTTER = 8;

    private PdfOrder() {}

    static List<PdfLine> of(List<PdfLine> lines) {
        if (leaps(lines) < LEAPS || lines.size() > MOST_LINES) {
            return lines;
        }
        List<PdfLine> ordered = new ArrayList<>(lines.size());
        cut(lines, ordered);
        return ordered;
    }

    private static int leaps(List<PdfLine> lines) {
        int leaps = 0;
        for (int i = 1; i < lines.size(); i++) {
            PdfLine a = lines.get(i - 1);
            PdfLine b = lines.get(i);
            leaps += b.baseline() < a.baseline() - 3 * a.size() && b.left() < a.left() + 40 ? 1 : 0;
        }
        return leaps;
    }

    private static void cut(List<PdfLine> lines, List<PdfLine> out) {
        if (lines.size() < 2) {
            out.addAll(lines);
            return;
        }
        List<PdfLine> byLeft =
                lines.stream().sorted(Comparator.comparingDouble(PdfLine::left)).toList();
        List<PdfLine> byTop =
                lines.stream().sorted(Comparator.comparingDouble(PdfOrder::top)).toList();
        int gutter = widest(byLeft, PdfLine::left, PdfLine::right, GUTTER, 2);
        int gap = gutter > 0 ? 0 : widest(byTop, PdfOrder::top, PdfLine::baseline, 0.1, 1);
        List<PdfLine> sorted = gutter > 0 ? byLeft : byTop;
        int at = gutter > 0 ? gutter : gap;
        if (at <= 0) {
            out.addAll(lines.stream()
                    .sorted(Comparator.comparingDouble(PdfLine::baseline).thenComparingDouble(PdfLine::left))
                    .toList());
            return;
        }
        cut(sorted.subList(0, at), out);
        cut(sorted.subList(at, sorted.size()), out);
    }

    private static double top(PdfLine line) {
        return line.baseline() - line.size() * 0.75;
    }

    /** Where the widest white strip lies among lines sorted by their beginning; 0 where none is wide enough. */
    private static int widest(
            List<PdfLine> sorted,
            ToDoubleFunction<PdfLine> from,
            ToDoubleFunction<PdfLine> to,
            double least,
            int each) {
        int at = 0;
        double widest = least;
        double reached = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sorted.size(); i++) {
            double white = from.applyAsDouble(sorted.get(i)) - reached;
            if (i >= each && sorted.size() - i >= each && white >= widest) {
                widest = white;
                at = i;
            }
            reached = Math.max(reached, to.applyAsDouble(sorted.get(i)));
        }
        return at;
    }
}
