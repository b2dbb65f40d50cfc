package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X 用来 V O", X being the title, a heading or a marked term: what is X for? */
record UsedFor() implements Family {
    private static final Pattern USED = Pattern.compile(
            "^(.{2,30}?)\\s?(?:主要|一般|通常|可以?|常|专门|被|则|是|就是)*(?:用于|用来|的作用是|的功能是|的用途是|负责)([^，。：]{3,60})([，。].*)$");

    @Override
    public String name() {
        return "purpose";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            Matcher used = USED.matcher(line.folded());
            if (used.matches()) {
                String subject = line.piece(used.start(1), used.end(1));
                Span at = new Span(line.span().start(), line.span().start() + used.end(1));
                String name = Subject.bare(subject);
                if (Subject.isName(subject)
                        && Subject.isTerm(page, subject, at)
                        && Subject.introduced(page, line, subject)
                        && !Vocabulary.holds("actor", name)
                        && line.folded().matches("(?s).*。$")
                        && AnswerText.sentence(line.text()).isEmpty()
                        && AnswerText.impersonal(line.text())) {
                    out.accept(new Find(
                                    this,
                                    line.section(),
                                    Phrasing.of(scope, "use", scope.shortBeside(name), Map.of("X", name)),
                                    Answer.of(line.span()))
                            .about(Subject.key(name)));
                }
            }
        }
    }
}
