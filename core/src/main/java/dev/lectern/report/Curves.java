package dev.lectern.report;

import dev.lectern.report.SelectionReport.Round;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a figure went from round to round, against the calls that were made. */
final class Curves {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 170;
    private static final int LEFT = 34;

    private final List<Round> rounds;

    Curves(List<Round> rounds) {
        this.rounds = rounds;
    }

    /** The largest of the figures, a little above 0 at least. */
    double most(ToDoubleFunction<Round> figure) {
        return Math.max(0.01, rounds.stream().mapToDouble(figure).max().orElse(1));
    }

    /** @param top what the upper border stands for; figures below 0 are not known and left out */
    String svg(ToDoubleFunction<Round> figure, double top) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" class=\"curve\">\n", WIDTH, HEIGHT + 16));
        for (int i = 0; i <= 2; i++) {
            double y = 8 + HEIGHT * (1 - i / 2.0);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/><text x=\"%d\" y=\"%.1f\">%.2f</text>\n",
                    LEFT,
                    y,
                    WIDTH,
                    y,
                    LEFT - 5,
                    y + 4,
                    top * i / 2));
        }
        long calls = Math.max(1, rounds.getLast().calls());
        StringBuilder points = new StringBuilder();
        String end = "";
        for (Round round : rounds) {
            double value = figure.applyAsDouble(round);
            if (value >= 0) {
                double x = LEFT + (double) (WIDTH - LEFT - 6) * round.calls() / calls;
                double y = 8 + HEIGHT * (1 - Math.min(1, value / top));
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                end = String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>\n", x, y);
            }
        }
        svg.append("<polyline points=\"").append(points).append("\"/>\n").append(end);
        return svg.append("</svg>\n").toString();
    }
}
