package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lead paragraph of a page with sections, as a short overview of its topic: the only summary that copies well. */
final class Overview implements Family {
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
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            boolean top = page.top().filter(section::equals).isPresent();
            if (section.level() > 0 && page.children(section).size() >= 2) {
                of(page, naming, section, top).ifPresent(out);
            }
        }
    }

    private Optional<Find> of(Page page, Naming naming, Section section, boolean top) {
        Optional<String> topic = page.heading(section)
                .filter(h -> page.path(section).getLast().contains(h))
                .map(naming::sentenceCase);
        Optional<Block.Paragraph> lead =
                section.blocks(Block.Paragraph.class).filter(Prose::own).findFirst();
        if (topic.isEmpty()
                || lead.isEmpty()
                || !Naming.noun(topic.get())
                || topic.get().matches("(?i)\\w{2,}ing\\b.*")
                || lead.get().start() != section.bodyStart()) {
            return Optional.empty();
        }
        List<Prose.Sentence> sentences = Prose.sentences(page, section).stream()
                .filter(s -> s.block() == lead.get())
                .toList();
        int good = 0;
        while (good < sentences.size() && stands(sentences.get(good).text(), good)) {
            good++;
        }
        if (good < 2
                || Words.content(sentences.getFirst().text()).stream()
                        .noneMatch(Words.content(topic.get())::contains)) {
            return Optional.empty();
        }
        Span span = sentences.getFirst().to(sentences.get(good - 1).span());
        if (Words.count(page.text(span)) < 30) {
            return Optional.empty();
        }
        return Optional.of(new Find(this, section, wordings(naming, topic.get()), Answer.of(span))
                .about(Definition.about(topic.get()))
                .ranked(top ? 0 : section.level()));
    }

    private static boolean stands(String sentence, int index) {
        boolean open = sentence.endsWith(":") || AnswerText.openEnd(sentence).isPresent();
        return !open
                && AnswerText.anywhere(sentence).isEmpty()
                && !AnswerText.told(sentence)
                && (index > 0 || AnswerText.refusal(sentence).isEmpty());
    }

    private static List<String> wordings(Naming naming, String topic) {
        String named = naming.withArticle(topic) + naming.inProduct(topic);
        return List.of(
                "Give me a short overview of " + named + ".",
                "In a few sentences, what are the basics of " + named + "?",
                "What should I know first about " + named + "?",
                "Summarize the essentials of " + named + ".",
                "Briefly introduce " + named + ".");
    }
}
