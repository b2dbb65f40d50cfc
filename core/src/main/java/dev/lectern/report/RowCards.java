package dev.lectern.report;

import dev.lectern.report.RunReport.Example;
import dev.lectern.report.RunReport.Source;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Messages;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sample rows as a reader checks them: what is asked, what is answered, and the quote marked where it stands. */
final class RowCards {
    /** Longer turns are folded away behind their first lines. */
    private static final int LONG = 900;

    private static final Pattern FENCED =
            Pattern.compile("^```[^\\n`]*\\n(.*?)\\n```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Messages say;

    RowCards(Messages say) {
        this.say = say;
    }

    String html(List<Example> examples) {
        if (examples.isEmpty()) {
            return "";
        }
        StringBuilder out =
                new StringBuilder("<section id=\"rows\"><h2>" + Html.text(say.get("section.rows", examples.size()))
                        + "</h2>\n<p class=\"hint\">" + Html.text(say.get("hint.rows")) + "</p>\n");
        examples.forEach(example -> out.append(card(example)));
        return out.append("</section>\n").toString();
    }

    private String card(Example example) {
        Sample sample = example.sample();
        StringBuilder out = new StringBuilder("<article>\n<p class=\"meta\"><span class=\"tag\">"
                + Html.text(say.name("task", sample.task())) + "</span> <span class=\"tag quiet\">"
                + Html.text(say.name("language", sample.language())) + "</span> <code>" + Html.text(sample.id())
                + "</code></p>\n");
        for (Turn turn : sample.messages()) {
            out.append("<div class=\"turn ")
                    .append(turn.role().equals("user") ? "asks" : "answers")
                    .append("\">")
                    .append(foldable(turn.content()))
                    .append("</div>\n");
        }
        example.sources().forEach(source -> out.append(source(source)));
        return out.append("</article>\n").toString();
    }

    private String foldable(String content) {
        if (content.length() <= LONG) {
            return prose(content);
        }
        int cut = content.offsetByCodePoints(0, content.codePointCount(0, LONG) - 1);
        return "<details><summary>" + said(content.substring(0, cut)) + " … <em>" + Html.text(say.get("rows.more"))
                + "</em></summary>" + said(content.substring(cut)) + "</details>";
    }

    /** Fenced code stands apart, as it does wherever people read answers. */
    private static String prose(String content) {
        StringBuilder out = new StringBuilder();
        Matcher fence = FENCED.matcher(content);
        int at = 0;
        while (fence.find()) {
            out.append(said(content.substring(at, fence.start()).strip()));
            out.append("<pre>").append(Html.text(fence.group(1))).append("</pre>");
            at = fence.end();
        }
        return out.append(said(at == 0 ? content : content.substring(at).strip()))
                .toString();
    }

    private static String said(String words) {
        return words.isEmpty() ? "" : "<span class=\"said\" dir=\"auto\">" + Html.text(words) + "</span>";
    }

    private String source(Source source) {
        String place = String.join(" › ", source.headings());
        String page = source.page().isPresent()
                ? " · " + say.get("rows.page", source.page().getAsInt())
                : "";
        return "<figure><blockquote dir=\"auto\">" + Html.text(source.before()) + "<mark>" + Html.text(source.quote())
                + "</mark>" + Html.text(source.after()) + "</blockquote>\n<figcaption><span class=\"path\">"
                + Html.text(source.uri()) + "</span>" + Html.text((place.isEmpty() ? "" : " · " + place) + page)
                + "</figcaption></figure>\n";
    }
}
