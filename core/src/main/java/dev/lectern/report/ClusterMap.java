package dev.lectern.report;

import dev.lectern.report.SelectionReport.Cluster;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Clusters on a plane: a ring as large as the cluster, filled as far as it was extracted from. */
final class ClusterMap {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 34;
    private static final double LARGEST = 30;

    /** So many clusters have room at that size; of more, each is smaller. */
    private static final double ROOMY = 12;

    /** Clusters that are named if there is room: those most was extracted from. All others say their name where a pointer rests. */
    private static final int NAMED = 8;

    private static final int LETTERS = 26;

    private ClusterMap() {}

    static String svg(List<Cluster> clusters, Figures figures) {
        double most = clusters.stream().mapToLong(Cluster::size).max().orElse(1) * Math.max(1, clusters.size() / ROOMY);
        StringBuilder svg = new StringBuilder(
                String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" class=\"map\">\n", WIDTH, HEIGHT));
        clusters.stream()
                .sorted(Comparator.comparingLong(Cluster::size).reversed().thenComparing(Cluster::cluster))
                .forEach(cluster -> {
                    double radius = radius(cluster, most);
                    double share = cluster.size() == 0 ? 0 : (double) cluster.pulled() / cluster.size();
                    svg.append(String.format(
                            Locale.ROOT,
                            "<g><title>%s: %s / %s</title><circle class=\"ring\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>"
                                    + "<circle class=\"core\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/></g>\n",
                            Html.text(cluster.title()),
                            figures.count(cluster.pulled()),
                            figures.count(cluster.size()),
                            x(cluster),
                            y(cluster),
                            radius,
                            x(cluster),
                            y(cluster),
                            radius * Math.sqrt(share)));
                });
        Labels labels = new Labels(WIDTH, HEIGHT);
        clusters.forEach(cluster -> labels.disc(x(cluster), y(cluster), radius(cluster, most)));
        clusters.stream()
                .filter(cluster -> cluster.pulled() > 0)
                .sorted(Comparator.comparingLong(Cluster::pulled).reversed().thenComparing(Cluster::cluster))
                .limit(NAMED)
                .forEach(cluster -> {
                    String name = shortened(cluster.title());
                    labels.beside(x(cluster), y(cluster), radius(cluster, most), name)
                            .ifPresent(place -> svg.append(String.format(
                                    Locale.ROOT,
                                    "<text x=\"%.1f\" y=\"%.1f\">%s</text>\n",
                                    place.x(),
                                    place.y(),
                                    Html.text(name))));
                });
        return svg.append("</svg>\n").toString();
    }

    private static double radius(Cluster cluster, double most) {
        return LARGEST * Math.sqrt(cluster.size() / most);
    }

    private static double x(Cluster cluster) {
        return MARGIN + cluster.x() * (WIDTH - 2 * MARGIN);
    }

    private static double y(Cluster cluster) {
        return MARGIN + cluster.y() * (HEIGHT - 2 * MARGIN);
    }

    private static String shortened(String title) {
        return title.codePointCount(0, title.length()) <= LETTERS
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LETTERS - 1)) + "…";
    }
}
