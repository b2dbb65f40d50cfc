package dev.lectern.report;

import dev.lectern.report.RunReport.StageCount;
import dev.lectern.text.Messages;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** From documents to kept rows, step by step, with every reason why something was left behind. */
final class Funnel {
    private final RunReport run;
    private final Messages say;
    private final UnaryOperator<String> phrase;
    private final Figures figures;
    private final long widest;

    Funnel(RunReport run, Messages say, UnaryOperator<String> phrase) {
        this.run = run;
        this.phrase = phrase;
        this.say = say;
        this.figures = new Figures(say);
        long asked = asked();
        this.widest = Math.max(1, Math.max(asked, run.samples().accepted()));
    }

    /** Samples that came to be questions: all that were kept, dropped, held or failed at any stage. */
    private long asked() {
        return run.samples().accepted()
                + run.samples().held()
                + run.samples().failed()
                + run.samples().dropped().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    String html() {
        StringBuilder out =
                new StringBuilder("<section id=\"funnel\"><h2>" + Html.text(say.get("section.funnel")) + "</h2>\n");
        out.append("<p class=\"steps\"><b>")
                .append(figures.count(run.documents()))
                .append("</b> ")
                .append(Html.text(say.get("funnel.documents")))
                .append(" <span class=\"arrow\">→</span> <b>")
                .append(figures.count(run.passages()))
                .append("</b> ")
                .append(Html.text(say.get("funnel.passages")))
                .append(" <span class=\"arrow\">→</span> <b>")
                .append(figures.count(asked()))
                .append("</b> ")
                .append(Html.text(say.get("funnel.asked")))
                .append(" <span class=\"arrow\">→</span> <b>")
                .append(figures.count(run.samples().accepted()))
                .append("</b> ")
                .append(Html.text(say.get("funnel.kept")))
                .append("</p>\n<ol class=\"funnel\">\n");
        out.append(step(say.get("funnel.asked-step"), asked(), ""));
        long left = asked();
        for (StageCount stage : run.stages()) {
            long gone = stage.dropped() + stage.held() + stage.failed();
            if (gone == 0) {
                continue;
            }
            left -= gone;
            out.append(step(say.name("stage", kind(stage.name())), left, losses(stage)));
        }
        return out.append("</ol>\n</section>\n").toString();
    }

    /** A stage that stands in a recipe more than once has a number behind its name. */
    private static String kind(String stage) {
        return stage.replaceFirst("-\\d+$", "");
    }

    private String losses(StageCount stage) {
        StringBuilder out = new StringBuilder("<ul class=\"losses\">\n");
        String prefix = stage.name() + ": ";
        run.samples().dropped().entrySet().stream()
                .filter(e -> e.getKey().startsWith(prefix))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(e ->
                        out.append(loss(e.getValue(), phrase.apply(e.getKey().substring(prefix.length())))));
        if (stage.failed() > 0) {
            out.append(loss(stage.failed(), say.get("funnel.failed")));
        }
        if (stage.held() > 0) {
            out.append(loss(stage.held(), say.get("funnel.held")));
        }
        return out.append("</ul>\n").toString();
    }

    private String loss(long count, String reason) {
        return "<li><b>−" + figures.count(count) + "</b> " + Html.text(reason) + "</li>\n";
    }

    private String step(String name, long left, String losses) {
        return String.format(
                Locale.ROOT,
                "<li><span class=\"name\">%s</span><span class=\"value\">%s</span>"
                        + "<span class=\"track\"><span class=\"fill\" style=\"width:%.1f%%\"></span></span>\n%s</li>\n",
                Html.text(name),
                figures.count(left),
                100.0 * left / widest,
                losses);
    }
}
