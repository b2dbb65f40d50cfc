package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X，又称Y", "X原名Y", "X，简称Y", X being what the page is about or a term of it. */
record Alias() implements Family {
    private static final Pattern NAMED = Pattern.compile(
            "^(.{2,30}?)\\s?((?:（[^）]{2,}）|\\([^)]{2,}\\))?)，?\\s?(?:[旧也又亦]?(简称|简写为|原名|旧称|旧名|前称|曾用名|原称|又称为?|又名|也称为?|亦称|别称|别名|俗称|通称|又叫|也叫|全称))[为是作]?：?"
                    + "([^，。；：、]{2,24}(?:、[^，。；：、]{1,16}){0,8})([，。；].*)$");

    @Override
    public String name() {
        return "alias";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            Matcher named = NAMED.matcher(line.folded());
            if (named.matches()) {
                offer(page, scope, line, named, out);
            }
        }
    }

    private void offer(Page page, Scope scope, Line line, Matcher named, Consumer<Find> out) {
        String subject = Subject.bare(line.piece(named.start(1), named.end(1)));
        String other = line.piece(named.start(4), named.end(4));
        boolean known = Subject.isTitle(page, subject)
                || (Subject.isName(subject) && (line.nth() == 0 || Subject.isHeading(page, subject)));
        if (known
                && !Vocabulary.holds("subject-holds", Script.fold(other).replaceAll("[、，]", ""))
                && !Script.fold(subject).matches(".*(?:在|于).{1,4}")
                && !other.contains(subject)
                && !(named.group(3).startsWith("简") && subject.contains("·"))
                && !Script.fold(other).matches(".*(?:是|为|位于|于).*")
                && AnswerText.sentence(line.text()).isEmpty()) {
            out.accept(new Find(
                            this,
                            line.section(),
                            Phrasing.of(scope, kind(named.group(3)), "", Map.of("X", subject)),
                            Answer.of(line.span()))
                    .ranked(Subject.isTitle(page, subject) ? 0 : 1));
        }
    }

    private static String kind(String word) {
        if (word.startsWith("简")) {
            return "short";
        }
        return word.matches("原.*|旧.*|前称|曾用名") ? "former" : word.equals("全称") ? "whole" : "alias";
    }
}
