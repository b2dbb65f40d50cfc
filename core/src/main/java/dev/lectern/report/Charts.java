package dev.lectern.report;

import dev.lectern.report.RunReport.Lengths;
import dev.lectern.report.RunReport.Opening;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** The page's pictures: bars in HTML, which wrap and can be selected, and one drawing in SVG. */
final class Charts {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 150;

    private final Figures figures;

    Charts(Figures figures) {
        this.figures = figures;
    }

    String bars(SortedMap<String, Long> counts, UnaryOperator<String> name) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        StringBuilder out = new StringBuilder("<ul class=\"bars\">\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> out.append(bar(name.apply(e.getKey()), e.getValue(), total)));
        return out.append("</ul>\n").toString();
    }

    String openings(List<Opening> openings, long total) {
        StringBuilder out = new StringBuilder("<ul class=\"bars\">\n");
        openings.forEach(o -> out.append(bar(o.words() + " …", o.count(), total)));
        return out.append("</ul>\n").toString();
    }

    private String bar(String name, long count, long total) {
        double width = total == 0 ? 0 : 100.0 * count / total;
        return String.format(
                Locale.ROOT,
                "<li><span class=\"name\" dir=\"auto\">%s</span><span class=\"value\">%s <i>%s</i></span>"
                        + "<span class=\"track\"><span class=\"fill\" style=\"width:%.1f%%\"></span></span></li>\n",
                Html.text(name),
                figures.count(count),
                figures.percent(count, total),
                width);
    }

    /** Columns of the bins from the first to the last that holds a row; the axis names each bin's lower end. */
    String histogram(Lengths lengths) {
        List<Long> counts = lengths.counts();
        int first = 0;
        int last = counts.size() - 1;
        while (first < last && counts.get(first) == 0) {
            first++;
        }
        while (last > first && counts.get(last) == 0) {
            last--;
        }
        if (counts.isEmpty()) {
            return "";
        }
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = (double) WIDTH / (last - first + 1);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" class=\"columns\">\n", WIDTH, HEIGHT + 38));
        for (int i = first; i <= last; i++) {
            double height = (double) counts.get(i) / most * HEIGHT;
            double x = (i - first) * step;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>"
                            + "<text x=\"%.1f\" y=\"%.1f\" class=\"top\">%s</text>"
                            + "<text x=\"%.1f\" y=\"%d\" class=\"axis\">%s</text>\n",
                    x + 3,
                    16 + HEIGHT - height,
                    step - 6,
                    height,
                    x + step / 2,
                    11 + HEIGHT - height,
                    counts.get(i) == 0 ? "" : figures.count(counts.get(i)),
                    x + step / 2,
                    HEIGHT + 33,
                    bin(lengths.below(), i)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bin(List<Integer> below, int i) {
        if (i == 0) {
            return "&lt; " + below.getFirst();
        }
        int from = below.get(i - 1);
        return i == below.size() - 1 ? "≥ " + from : from + "–" + (below.get(i) - 1);
    }
}
