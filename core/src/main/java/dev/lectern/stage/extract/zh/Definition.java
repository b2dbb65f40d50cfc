package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X 是一种…", "X 是指…": the sentence that says what the title, a heading or a marked term is. */
record Definition() implements Family {
    static final Pattern GLOSS = Pattern.compile(
            "^(.{2,40}?)\\s?((?:（[^）]*）|\\([^)]*\\))?)\\s?(?:，|,\\s?)?(?:[又也亦](?:称|叫|名)[^，。]{1,24}，)?"
                    + "(指的?是|是指|通常指|一般指|系指|是一(?!个例|样|致|直|切|起|定|下|方面)[种个款类项门套组名位座部条所家间支片本首张台只块道份处方]?|(?:就|也就)?是(?=[^，。]{2,60}的)|为(?=[^，。]{4,60}(?:之一|的一种|其中一[种个])))(.+)$");
    private static final int LEAST_COMPLEMENT = 10;
    private static final Pattern CLAUSE = Pattern.compile("^[^，。；：]*");

    @Override
    public String name() {
        return "definition";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            Matcher gloss = GLOSS.matcher(line.folded());
            if (gloss.matches()) {
                offer(page, scope, line, gloss, out);
            }
        }
    }

    private void offer(Page page, Scope scope, Line line, Matcher gloss, Consumer<Find> out) {
        String subject = line.piece(gloss.start(1), gloss.end(1));
        Span at = new Span(line.span().start(), line.span().start() + gloss.end(1));
        boolean title = Subject.isTitle(page, Subject.bare(subject));
        boolean term = Subject.isName(subject) && Subject.isTerm(page, subject, at);
        if (!(title || term) || !says(page, line, gloss, title) || !Subject.introduced(page, line, subject)) {
            return;
        }
        String name = Subject.bare(subject);
        boolean person = title && Describes.person(gloss.group(4));
        out.accept(new Find(
                        this,
                        line.section(),
                        wordings(
                                page,
                                scope,
                                name,
                                title,
                                person,
                                gloss.group(3),
                                Subject.linked(page, at),
                                title && Describes.place(gloss.group(4))),
                        Answer.of(span(page, line, name)))
                .about(Subject.key(name))
                .ranked(title ? 0 : Subject.isHeading(page, subject) ? 1 : 2));
    }

    /** The first sentence of the page: only there does a plain 是 say what the title is. */
    private static boolean opens(Page page, Line line) {
        return Line.paragraphs(page).getFirst().span().equals(line.span());
    }

    /** Whether what follows is a complement that defines. */
    private static boolean says(Page page, Line line, Matcher gloss, boolean title) {
        String verb = gloss.group(3);
        String rest = gloss.group(4);
        boolean plain = verb.endsWith("是") && !verb.contains("指");
        if (plain
                && (!title
                        || !opens(page, line)
                        || Vocabulary.starts("cleft", line.folded().substring(gloss.start(3)))
                        || rest.matches("^(?:由|用|在|从|于|属|为|因|以|被|有|无|可|很|非常|最|目前|不|[^，。]{0,40}的[。，；：])(?:.*)$"))) {
            return false;
        }
        Matcher clause = CLAUSE.matcher(rest);
        String first = clause.find() ? clause.group() : rest;
        return line.folded().matches("(?s).*[。！]$")
                && Script.length(rest) >= LEAST_COMPLEMENT
                && Script.length(first) >= (verb.contains("指") ? 5 : 4)
                && !rest.contains("也是一个")
                && !Vocabulary.starts("weak", rest)
                && !(Script.length(first) < 16 && Vocabulary.ends("weak", first))
                && AnswerText.impersonal(line.text().replaceAll("使我们|让我们可以|使我们能够", ""))
                && AnswerText.sentence(line.text()).isEmpty();
    }

    private static List<String> wordings(
            Page page,
            Scope scope,
            String name,
            boolean title,
            boolean person,
            String verb,
            boolean elsewhere,
            boolean spot) {
        if (person) {
            return Phrasing.of(scope, "who", "", Map.of("X", name));
        }
        boolean proper = name.matches("[A-Z][\\w .+#-]*") || elsewhere;
        String named =
                proper || scope.product().filter(p -> Scope.held(p, name)).isPresent() ? "" : scope.shortBeside(name);
        if (title && page.product().isEmpty()) {
            named = "";
        }
        return Phrasing.of(
                scope, verb.contains("指") && !title ? "define" : spot ? "spot" : "what", named, Map.of("X", name));
    }

    /** The sentence, with the next one where that goes on about the same thing and closes there. */
    private static Span span(Page page, Line line, String name) {
        List<Line> all = Line.of(page, line.section(), line.block());
        if (line.nth() + 1 >= all.size()) {
            return line.span();
        }
        Line next = all.get(line.nth() + 1);
        boolean same = next.text().startsWith(name) || next.folded().matches("^(?:它|其(?!他|它|余|中))[^：]*。$");
        String rest =
                next.text().startsWith(name) ? next.text() : "甲" + next.text().substring(1);
        boolean fits =
                same && !next.leadsOn() && AnswerText.sentence(rest).isEmpty() && AnswerText.impersonal(next.text());
        return fits ? new Span(line.span().start(), next.span().end()) : line.span();
    }
}
