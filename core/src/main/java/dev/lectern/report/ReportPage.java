package dev.lectern.report;

import dev.lectern.export.Output;
import dev.lectern.report.RunReport.BarePages;
import dev.lectern.report.RunReport.Skipped;
import dev.lectern.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code report.html}: a run on one page that needs nothing but itself, in the reader's language, for light and dark, screen
 * and paper. Without scripts, and its content policy allows none, whatever a document may say.
 */
public final class ReportPage {
    private final RunReport run;
    private final UnaryOperator<String> phrase;
    private final Messages say;
    private final Figures figures;

    private ReportPage(RunReport run, String language, UnaryOperator<String> phrase) {
        this.run = run;
        this.phrase = phrase;
        this.say = Messages.of("report", language);
        this.figures = new Figures(say);
    }

    public static String html(RunReport run, String language) {
        return html(run, language, UnaryOperator.identity());
    }

    /** @param phrase says a stage's or a reader's reason, which is English, in the reader's language */
    public static String html(RunReport run, String language, UnaryOperator<String> phrase) {
        return new ReportPage(run, language, phrase).page();
    }

    private String page() {
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="generator" content="Lectern %s">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s%s%s%s%s%s%s%s%s</main>
                </body>
                </html>
                """.formatted(
                say.language().equals("zh") ? "zh-Hans" : "en",
                Html.text(run.version()),
                Html.text(say.get("title", figures.of("rows", run.samples().accepted()))),
                style(),
                head(),
                new Funnel(run, say, phrase).html(),
                run.selection()
                        .map(chosen -> new SelectionSection(chosen, say).html())
                        .orElse(""),
                shape(),
                new RowCards(say).html(run.examples()),
                files(),
                unscreened(),
                outputs(),
                foot());
    }

    private String head() {
        String who =
                run.models().isEmpty() ? say.get("made.none") : say.get("made.models", String.join(", ", run.models()));
        String partial = run.partial() ? "<p class=\"warn\">" + text("partial") + "</p>\n" : "";
        return """
                <header>
                <p class="brand">Lectern</p>
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s<dl class="tiles">
                %s</dl>
                %s</header>
                """.formatted(
                        Html.text(say.get(
                                "headline",
                                figures.of("rows", run.samples().accepted()),
                                figures.of("documents", run.documents()))),
                        Html.text(who),
                        partial,
                        tiles(),
                        run.notes().stream()
                                .map(note -> "<p class=\"note\">" + Html.text(note) + "</p>\n")
                                .collect(Collectors.joining()));
    }

    private String tiles() {
        List<String> tiles = new ArrayList<>();
        tiles.add(tile(say.get("tile.tokens"), figures.count(run.lengths().total())));
        tiles.add(tile(say.get("tile.passages"), figures.count(run.passages())));
        if (!run.models().isEmpty()) {
            tiles.add(tile(
                    say.get("tile.calls"),
                    figures.count(run.calls().made() + run.calls().reused())));
        }
        tiles.add(tile(say.get("tile.cost"), figures.cost(run.total().cost())));
        if (run.total().cost().amount().signum() > 0 && run.samples().accepted() > 0) {
            tiles.add(tile(
                    say.get("tile.cost-row"),
                    figures.cost(run.total().cost().per(run.samples().accepted()))));
        }
        tiles.add(tile(say.get("tile.time"), figures.time(run.seconds())));
        return String.join("", tiles);
    }

    private static String tile(String name, String value) {
        return "<div><dt>" + Html.text(name) + "</dt><dd>" + Html.text(value) + "</dd></div>\n";
    }

    private String shape() {
        Charts charts = new Charts(figures);
        return section(
                "shape",
                "<div class=\"pair\">"
                        + panel("tasks", charts.bars(run.tasks(), task -> say.name("task", task)))
                        + panel("languages", charts.bars(run.languages(), code -> say.name("language", code)))
                        + panel(
                                "lengths",
                                charts.histogram(run.lengths())
                                        + hint(say.get(
                                                "lengths.hint",
                                                run.lengths().median(),
                                                run.lengths().shortest(),
                                                run.lengths().longest())))
                        + panel(
                                "openings",
                                charts.openings(run.openings(), run.samples().accepted())
                                        + hint(say.get("openings.hint")))
                        + caps()
                        + variety(charts)
                        + "</div>\n");
    }

    private String caps() {
        if (run.caps().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder("<table><thead><tr><th>" + text("caps.label") + "</th><th class=\"n\">"
                + text("caps.share") + "</th><th class=\"n\">" + text("caps.most") + "</th><th class=\"n\">"
                + text("caps.dropped") + "</th></tr></thead><tbody>\n");
        for (CapShare cap : run.caps()) {
            String label =
                    cap.of().equals("task") ? say.name("task", cap.label()) : say.name("cap." + cap.of(), cap.label());
            rows.append("<tr><td>" + Html.text(label) + "</td><td class=\"n\">" + percent(cap.share())
                    + "</td><td class=\"n\">" + percent(cap.atMost()) + "</td><td class=\"n\">"
                    + figures.count(cap.dropped()) + "</td></tr>\n");
        }
        return panel("caps", rows.append("</tbody></table>\n") + hint(say.get("caps.hint")));
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** How rows were to be asked and answered, an axis a panel; nothing where none was drawn. */
    private String variety(Charts charts) {
        StringBuilder panels = new StringBuilder();
        run.variety()
                .forEach((axis, rows) -> panels.append(panel(
                        "variety." + axis, charts.bars(rows, value -> say.name("variety." + axis, value)))));
        return panels.toString();
    }

    private String panel(String key, String body) {
        return "<section class=\"panel\"><h3>" + text("panel." + key) + "</h3>\n" + body + "</section>\n";
    }

    private static String hint(String words) {
        return "<p class=\"hint\">" + Html.text(words) + "</p>\n";
    }

    private String files() {
        if (run.skipped().isEmpty() && run.pages().isEmpty()) {
            return "";
        }
        StringBuilder body = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>" + text("files.file")
                + "</th><th>" + text("files.reason") + "</th></tr></thead><tbody>\n");
        for (Skipped skipped : run.skipped()) {
            body.append(row(skipped.file(), phrase.apply(skipped.reason())));
        }
        for (BarePages bare : run.pages()) {
            String pages = bare.pages().stream().map(String::valueOf).collect(Collectors.joining(", "));
            body.append(row(bare.file(), say.get("files.bare", pages)));
        }
        return section("files", body.append("</tbody></table></div>\n").toString());
    }

    private static String row(String file, String reason) {
        return "<tr><td class=\"path\">" + Html.text(file) + "</td><td>" + Html.text(reason) + "</td></tr>\n";
    }

    private String unscreened() {
        return section(
                "unscreened",
                "<ul class=\"plain\"><li>" + text("unscreened.toxicity") + "</li><li>" + text("unscreened.personal")
                        + "</li><li>" + text("unscreened.truth") + "</li><li>" + text("unscreened.licence")
                        + "</li></ul>\n");
    }

    private String outputs() {
        StringBuilder body = new StringBuilder("<div class=\"scroll\"><table><thead><tr><th>" + text("outputs.file")
                + "</th><th class=\"n\">" + text("outputs.rows") + "</th><th class=\"n\">" + text("outputs.tokens")
                + "</th><th class=\"n\">" + text("outputs.size") + "</th></tr></thead><tbody>\n");
        for (Output output : run.outputs()) {
            body.append(
                    "<tr><td class=\"path\">%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td><td class=\"n\">%s</td></tr>%n"
                            .formatted(
                                    Html.text(output.path()),
                                    figures.count(output.rows()),
                                    figures.count(output.tokens()),
                                    figures.bytes(output.bytes()))
                            .replace("\r", ""));
        }
        return section("outputs", body.append("</tbody></table></div>\n").toString());
    }

    private String foot() {
        return "<footer>" + Html.text(say.get("foot", run.version(), run.recipe())) + "</footer>\n";
    }

    private String section(String key, String body) {
        String hint = say.has("hint." + key) ? hint(say.get("hint." + key)) : "";
        return "<section id=\"" + key + "\"><h2>" + text("section." + key) + "</h2>\n" + hint + body + "</section>\n";
    }

    private String text(String key) {
        return Html.text(say.get(key));
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.css", e);
        }
    }
}
