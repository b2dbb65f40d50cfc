package dev.lectern.report;

import dev.lectern.report.SelectionReport.Cluster;
import dev.lectern.report.SelectionReport.Round;
import dev.lectern.report.SelectionReport.Work;
import dev.lectern.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The page's part on how documents were chosen: what for, what came of it round by round, where the money went, why it ended. */
final class SelectionSection {
    /** Rounds in the table; of more, every n-th. */
    private static final int ROUNDS = 24;

    private static final int CLUSTERS = 7;

    private final SelectionReport run;
    private final Messages say;
    private final Figures figures;

    SelectionSection(SelectionReport run, Messages say) {
        this.run = run;
        this.say = say;
        this.figures = new Figures(say);
    }

    String html() {
        StringBuilder out = new StringBuilder("<section id=\"selection\"><h2>" + text("section.selection") + "</h2>\n");
        out.append("<p class=\"lead\">")
                .append(Html.text(run.told(say)))
                .append("</p>\n")
                .append(hint(goals()))
                .append(hint(work()));
        if (!run.rounds().isEmpty()) {
            Curves curves = new Curves(run.rounds(), figures, say.get("selection.end." + run.stop()));
            out.append("<div class=\"pair\">")
                    .append(panel(
                            "recall",
                            curves.svg(Round::recall, 1) + hint(axis()) + hint(say.get("selection.recall.hint"))))
                    .append(panel(
                            "distance",
                            curves.svg(Round::distance, curves.most(Round::distance))
                                    + hint(axis())
                                    + hint(say.get("selection.distance.hint"))))
                    .append(map())
                    .append(clusters())
                    .append("</div>\n")
                    .append(rounds());
        }
        return out.append("</section>\n").toString();
    }

    private String goals() {
        String goals = run.goals().stream()
                .map(goal -> say.get(
                        "selection.goal." + goal.kind(), goal.name(), figures.count(goal.examples()), weight(goal)))
                .collect(Collectors.joining("; "));
        return say.get("selection.target", goals, run.policy()) + " " + say.get("selection.reward." + run.reward());
    }

    private static String weight(SelectionReport.Goal goal) {
        return String.format(Locale.ROOT, "%.2f", goal.weight());
    }

    private String work() {
        Work work = run.work();
        String tokens = say.get(
                "selection.work",
                figures.count(work.calls()),
                figures.count(work.input()),
                figures.count(work.output()),
                figures.count(work.read()));
        return tokens + " "
                + (work.unknown().isEmpty()
                        ? say.get("selection.flops", power(work.flops()))
                        : say.get("selection.flops.unknown", String.join(", ", work.unknown())));
    }

    /** 2.6 × 10¹⁷ */
    private static String power(double number) {
        int exponent = (int) Math.floor(Math.log10(number));
        StringBuilder raised = new StringBuilder();
        Integer.toString(exponent).chars().forEach(digit -> raised.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0')));
        return String.format(Locale.ROOT, "%.1f × 10%s", number / Math.pow(10, exponent), raised);
    }

    /** What the horizontal axis stands for. */
    private String axis() {
        Round last = run.rounds().getLast();
        if (Curves.priced(last)) {
            return say.get("selection.axis.priced");
        }
        return say.get(last.cost().known() ? "selection.axis.free" : "selection.axis.unpriced");
    }

    private String unit(String key) {
        return run.unit(key);
    }

    private String map() {
        return run.clusters().isEmpty()
                ? ""
                : panel("map", ClusterMap.svg(run.clusters(), figures) + hint(say.get("selection.map.hint")));
    }

    private String clusters() {
        if (run.clusters().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder(table("cluster", unit("size"), "pulled", "reward", "bound"));
        run.clusters().stream()
                .sorted(Comparator.comparingLong(Cluster::pulled).reversed().thenComparing(Cluster::cluster))
                .limit(CLUSTERS)
                .forEach(cluster -> rows.append(row(
                        cluster.title(),
                        figures.count(cluster.size()),
                        figures.count(cluster.pulled()),
                        number(cluster.reward()),
                        number(cluster.bound()))));
        return panel("clusters", rows.append("</tbody></table></div>\n").toString());
    }

    private String rounds() {
        StringBuilder rows = new StringBuilder(table(
                "round",
                unit("chosen"),
                "calls",
                "tokens",
                "cost",
                "fitting",
                "recall",
                "distance",
                "static",
                "nearest"));
        for (Round round : some()) {
            rows.append(row(
                    Integer.toString(round.round()),
                    figures.count(round.chosen()),
                    figures.count(round.calls()),
                    figures.count(round.tokens()),
                    figures.cost(round.cost()),
                    figures.count(round.fitting()),
                    number(round.recall()),
                    round.distance() < 0 ? "–" : number(round.distance()),
                    round.byStatic() + " / " + round.drawn(),
                    round.byNearest() + " / " + round.drawn()));
        }
        return "<h3>" + text("panel.selection.rounds") + "</h3>\n" + rows.append("</tbody></table></div>\n")
                + hint(say.get("selection.rounds.hint"))
                + arms();
    }

    /** Where each round's calls went, and where those of the other orders would have gone. */
    private String arms() {
        StringBuilder out = new StringBuilder();
        for (Round round : some()) {
            if (round.clusters().isEmpty()) {
                continue;
            }
            StringBuilder rows = new StringBuilder(
                    table("cluster", unit("size"), "before", "reward", "bound", "pulls", "static", "nearest"));
            round.clusters()
                    .forEach(arm -> rows.append(row(
                            arm.title(),
                            figures.count(arm.size()),
                            figures.count(arm.pulled()),
                            number(arm.reward()),
                            number(arm.bound()),
                            figures.count(arm.pulls()),
                            figures.count(arm.byStatic()),
                            figures.count(arm.byNearest()))));
            out.append("<details><summary>")
                    .append(Html.text(say.get("selection.round", round.round())))
                    .append("</summary>\n")
                    .append(rows)
                    .append("</tbody></table></div></details>\n");
        }
        return out.isEmpty() ? "" : "<h3>" + text("panel.selection.arms") + "</h3>\n" + out;
    }

    private List<Round> some() {
        List<Round> all = run.rounds();
        int step = (all.size() + ROUNDS - 1) / ROUNDS;
        List<Round> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            some.add(all.get(i));
        }
        if (!some.getLast().equals(all.getLast())) {
            some.add(all.getLast());
        }
        return some;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String number(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "–";
    }

    private String table(String first, String... columns) {
        StringBuilder head = new StringBuilder(
                "<div class=\"scroll\"><table><thead><tr><th>" + text("selection.column." + first) + "</th>");
        for (String column : columns) {
            head.append("<th class=\"n\">")
                    .append(text("selection.column." + column))
                    .append("</th>");
        }
        return head.append("</tr></thead><tbody>\n").toString();
    }

    private static String row(String first, String... cells) {
        StringBuilder row = new StringBuilder("<tr><td>" + Html.text(first) + "</td>");
        for (String cell : cells) {
            row.append("<td class=\"n\">").append(Html.text(cell)).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    private String panel(String key, String body) {
        return "<section class=\"panel\"><h3>" + text("panel.selection." + key) + "</h3>\n" + body + "</section>\n";
    }

    private static String hint(String words) {
        return "<p class=\"hint\">" + Html.text(words) + "</p>\n";
    }

    private String text(String key) {
        return Html.text(say.get(key));
    }
}
