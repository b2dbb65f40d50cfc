package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X（…），法国数学家，…" as a page's first sentence, with no 是: who is X? */
record Person() implements Family {
    private static final Pattern WHO =
            Pattern.compile("^(.{2,24}?)\\s?(?:（[^）]{2,}）|\\([^)]{2,}\\))?，(?!是)([^，。]{3,40})[，。].*$");

    @Override
    public String name() {
        return "person";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Line.paragraphs(page).stream().findFirst().ifPresent(line -> {
            Matcher who = WHO.matcher(line.folded());
            if (who.matches()
                    && Subject.isTitle(page, line.piece(who.start(1), who.end(1)))
                    && Describes.person(who.group(2))
                    && AnswerText.sentence(line.text()).isEmpty()) {
                String name = line.piece(who.start(1), who.end(1));
                out.accept(new Find(
                                this,
                                line.section(),
                                Phrasing.of(Scope.of(page), "who", "", Map.of("X", name)),
                                Answer.of(line.span()))
                        .about(Subject.key(name)));
            }
        });
    }
}
