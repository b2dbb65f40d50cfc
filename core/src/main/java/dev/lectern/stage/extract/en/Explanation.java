package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The opening paragraph of a section whose heading names a thing, where the heading is the subject of its first sentence. */
final class Explanation implements Family {
    /** Explains one thing by another that the reader would have to look up. */
    private static final Pattern LIKE_ANOTHER = Pattern.compile(
            "\\b(?:similar to|the same (?:\\w+ ){0,2}as|like the|works like|identical to)\\b|\\bhas been (?:stabilized|stabilised|removed|deprecated|renamed)\\b");

    @Override
    public String name() {
        return "explanation";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            if (section.level() > 0) {
                of(page, naming, section).ifPresent(out);
            }
        }
    }

    private Optional<Find> of(Page page, Naming naming, Section section) {
        String heading = Headings.clean(section.title());
        Optional<Block.Paragraph> lead =
                section.blocks(Block.Paragraph.class).filter(Prose::own).findFirst();
        if (lead.isEmpty()
                || lead.get().start() != section.bodyStart()
                || !Naming.noun(heading)
                || heading.matches("\\p{L}+(?:ed|ive|able|ible|ful|ous)")
                || heading.matches("(?i)\\w{2,}ing\\b.*|(?:in|on|for|with|from|to|no|not|other|more|some)\\b.*")) {
            return Optional.empty();
        }
        List<Prose.Sentence> sentences = Prose.sentences(page, section).stream()
                .filter(s -> s.block().equals(lead.get()))
                .toList();
        if (sentences.size() < 2
                || sentences.stream().anyMatch(s -> !stands(s.text()))
                || !subject(sentences.getFirst().text(), heading)) {
            return Optional.empty();
        }
        Span span = sentences.getFirst().to(sentences.getLast().span());
        int words = Words.count(page.text(span));
        if (words < 25 || words > 160 || AnswerText.refusal(page.text(span)).isPresent()) {
            return Optional.empty();
        }
        String thing = naming.withArticle(naming.sentenceCase(heading));
        return Optional.of(new Find(this, section, wordings(naming, thing), Answer.of(span))
                .about(Definition.about(heading))
                .ranked(words > 80 ? 1 : 0));
    }

    private static boolean stands(String sentence) {
        return !sentence.endsWith(":")
                && !AnswerText.told(sentence)
                && AnswerText.anywhere(sentence).isEmpty();
    }

    /** Whether the sentence begins with the heading: all its words within the first few. */
    private static boolean subject(String sentence, String heading) {
        Set<String> words = Words.content(heading);
        String opening = Words.of(sentence).stream().limit(words.size() + 3L).collect(Collectors.joining(" "));
        return !words.isEmpty()
                && !LIKE_ANOTHER.matcher(sentence).find()
                && !sentence.matches("(?s)(?:If|When|To|In|On|For|With|By|After|Before|Because|As)\\b.*")
                && Words.content(opening).containsAll(words);
    }

    private static List<String> wordings(Naming naming, String thing) {
        return List.of(
                naming.ask("what should I know about " + thing),
                naming.ask("can you tell me about " + thing),
                statement(naming.ask("explain " + thing)),
                statement(naming.ask("describe " + thing)),
                naming.ask("what do I need to know about " + thing));
    }

    private static String statement(String question) {
        return question.substring(0, question.length() - 1) + ".";
    }
}
