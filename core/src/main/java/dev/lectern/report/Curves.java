package dev.lectern.report;

import dev.lectern.report.RunReport.Cost;
import dev.lectern.report.SelectionReport.Round;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a figure went from round to round, against the calls that were made and what they cost. */
final class Curves {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 170;
    private static final int LEFT = 34;
    private static final int RIGHT = WIDTH - 8;
    private static final int TOP = 16;

    /** Parts of the horizontal axis that are marked. */
    private static final int MARKS = 4;

    private final List<Round> rounds;
    private final Figures figures;
    private final String end;

    /** @param end why it ended, in a word or two */
    Curves(List<Round> rounds, Figures figures, String end) {
        this.rounds = rounds;
        this.figures = figures;
        this.end = end;
    }

    /** Whether there is a price to put beside the calls. */
    static boolean priced(Round last) {
        return last.cost().known() && last.cost().amount().signum() > 0;
    }

    /** The largest of the figures, a little above 0 at least. */
    double most(ToDoubleFunction<Round> figure) {
        return Math.max(0.01, rounds.stream().mapToDouble(figure).max().orElse(1));
    }

    /** @param top what the upper border stands for; figures below 0 are not known and left out */
    String svg(ToDoubleFunction<Round> figure, double top) {
        boolean priced = priced(rounds.getLast());
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" class=\"curve\">\n",
                WIDTH,
                TOP + HEIGHT + (priced ? 36 : 22)));
        for (int i = 0; i <= 2; i++) {
            double y = TOP + HEIGHT * (1 - i / 2.0);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\">%.2f</text>\n",
                    LEFT,
                    y,
                    RIGHT,
                    y,
                    LEFT - 5,
                    y + 4,
                    top * i / 2));
        }
        long calls = Math.max(1, rounds.getLast().calls());
        marks(svg, calls, priced);
        StringBuilder points = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (Round round : rounds) {
            double value = figure.applyAsDouble(round);
            if (value >= 0) {
                double x = x(round.calls(), calls);
                double y = TOP + HEIGHT * (1 - Math.min(1, value / top));
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                dots.append(String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"><title>%s: %.2f</title></circle>\n",
                        x,
                        y,
                        round.equals(rounds.getLast()) ? 4 : 2,
                        figures.count(round.calls()),
                        value));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"stop\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/><text x=\"%d\" y=\"%d\">%s</text>\n",
                RIGHT,
                TOP,
                RIGHT,
                TOP + HEIGHT,
                RIGHT,
                TOP - 5,
                Html.text(end)));
        svg.append("<polyline points=\"").append(points).append("\"/>\n").append(dots);
        return svg.append("</svg>\n").toString();
    }

    private static double x(long calls, long all) {
        return LEFT + (double) (RIGHT - LEFT) * calls / all;
    }

    /** Calls, and below them what they cost. */
    private void marks(StringBuilder svg, long all, boolean priced) {
        for (int i = 0; i <= MARKS; i++) {
            long calls = all * i / MARKS;
            String anchor = i == 0 ? "start" : i == MARKS ? "end" : "middle";
            mark(svg, x(calls, all), TOP + HEIGHT + 16, anchor, figures.count(calls));
            if (priced && i > 0) {
                mark(svg, x(calls, all), TOP + HEIGHT + 30, anchor, figures.cost(costAt(calls)));
            }
        }
    }

    private static void mark(StringBuilder svg, double x, int y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"mark\" style=\"text-anchor:%s\" x=\"%.1f\" y=\"%d\">%s</text>\n",
                anchor,
                x,
                y,
                Html.text(text)));
    }

    /** Between two rounds money is spent as calls are made. */
    private Cost costAt(long calls) {
        long before = 0;
        BigDecimal spent = BigDecimal.ZERO;
        for (Round round : rounds) {
            if (round.calls() >= calls) {
                BigDecimal share = BigDecimal.valueOf(calls - before)
                        .divide(BigDecimal.valueOf(Math.max(1, round.calls() - before)), MathContext.DECIMAL32);
                BigDecimal more = round.cost().amount().subtract(spent).multiply(share);
                return new Cost(spent.add(more), round.cost().currency(), true);
            }
            before = round.calls();
            spent = round.cost().amount();
        }
        return rounds.getLast().cost();
    }
}
