package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Lexicon;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "The `move` keyword forces the closure to take ownership of …" answers "What does the `move` keyword do in Rust?" */
final class Role implements Family {
    private static final Pattern SHAPE =
            Pattern.compile("^The (`[^` ]{2,40}`) ([a-z]+(?: [a-z]+)?) ([a-z]+s) (.{15,})$", Pattern.DOTALL);
    private static final Set<String> KINDS = Set.copyOf(Lexicon.lines("kinds-en.txt"));
    private static final Set<String> TELLING = Set.copyOf(Lexicon.lines("telling-verbs-en.txt"));

    private static final Pattern SMALL = Pattern.compile("`[a-z_]+`");

    @Override
    public String name() {
        return "role";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Prose.Sentence sentence : Prose.sentences(page)) {
            of(page, naming, sentence).ifPresent(out);
        }
    }

    private Optional<Find> of(Page page, Naming naming, Prose.Sentence sentence) {
        Matcher m = SHAPE.matcher(sentence.text());
        if (!m.matches() || sentence.text().endsWith(":") || Words.count(sentence.text()) > 45) {
            return Optional.empty();
        }
        String kind = m.group(2);
        String head = kind.substring(kind.lastIndexOf(' ') + 1);
        if (!KINDS.contains(head) || !TELLING.contains(m.group(3)) || AnswerText.told(sentence.text())) {
            return Optional.empty();
        }
        Span place =
                new Span(sentence.span().start() + m.start(1), sentence.span().start() + m.end(1));
        boolean heads = sentence.section().title().contains(m.group(1));
        boolean first = page.firstMention(m.group(1)) == place.start();
        // Functions of running examples look like a library's; variables of theirs stand in small letters.
        boolean example = head.matches("function|method|variable|struct|parameter|field|argument")
                || SMALL.matcher(m.group(4)).find();
        if (!heads && (!first || example)) {
            return Optional.empty();
        }
        String thing = "the " + m.group(1) + " " + kind;
        return Optional.of(new Find(
                        this,
                        sentence.section(),
                        List.of(
                                naming.ask("what does " + thing + " do"),
                                naming.ask("what is " + thing + " for"),
                                naming.ask("what's the purpose of " + thing),
                                naming.ask("can you explain what " + thing + " does")),
                        Answer.of(sentence.span()))
                .about(Definition.about(m.group(1)))
                .ranked(heads ? 0 : 1));
    }
}
