package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What a page is about, in its own first paragraph: only where that speaks of the title and stands by itself. */
record Overview() implements Family {
    private static final int FEWEST = 50;

    @Override
    public String name() {
        return "overview";
    }

    @Override
    public String task() {
        return "summarization";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        page.sections().stream()
                .filter(s -> s.level() == 1 && page.children(s).size() >= 2)
                .findFirst()
                .ifPresent(s -> lead(page, scope, s, out));
    }

    private void lead(Page page, Scope scope, Section section, Consumer<Find> out) {
        if (section.blocks().isEmpty()
                || !(section.blocks().getFirst() instanceof Block.Paragraph first)
                || page.topic().isEmpty()) {
            return;
        }
        String topic = page.topic().get();
        List<Line> lines = Line.of(page, section, first);
        int good = 0;
        while (good < lines.size() && stands(lines.get(good), good == 0)) {
            good++;
        }
        if (good >= 2) {
            Span span = new Span(first.start(), lines.get(good - 1).span().end());
            String named = scope.thing(Scope.bare(topic));
            if (Script.length(page.text(span)) >= FEWEST
                    && Classification.words(topic).stream()
                            .anyMatch(w -> lines.getFirst()
                                    .folded()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(w))) {
                out.accept(new Find(this, section, Phrasing.of(scope, "overview", named, Map.of()), Answer.of(span))
                        .about(Subject.key(topic)));
            }
        }
    }

    private static boolean stands(Line line, boolean first) {
        String text = first ? line.text() : "甲" + line.text().replaceFirst("^(?:它|其|这|该|系统)", "");
        return line.folded().matches("(?s).*[。！]$")
                && AnswerText.prose(text).isEmpty()
                && AnswerText.impersonal(line.text())
                && !Vocabulary.holds("about-page", line.folded());
    }
}
