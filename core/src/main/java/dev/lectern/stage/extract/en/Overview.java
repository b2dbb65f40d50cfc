package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lead paragraph of a page with sections, as a short overview of its topic: the only summary that copies well. */
final class Overview implements Family {
    private static final Pattern IN_FRONT = Pattern.compile("^(?:In|With|Within|At|For) [^,]{2,40}, ");
    private static final Pattern ANECDOTE =
            Pattern.compile("^(?:Most|Many|Some|Sometimes|Often|Imagine|Suppose|If|When|You|Not)\\b");
    private static final Pattern ENDS = Pattern.compile("[.!?][\"”’')`]*$");
    /** A last sentence that begins the lesson instead of ending the summary. */
    private static final Pattern LEADS_ON =
            Pattern.compile("^(?:To [a-z]+ |First\\b|Now\\b|Next\\b)|\\byou first\\b|\\bfirst (?:need|step)\\b");

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
        while (good > 2 && LEADS_ON.matcher(sentences.get(good - 1).text()).find()) {
            good--;
        }
        if (good < 2 || !introduces(naming, sentences.getFirst().text(), topic.get())) {
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

    /** Whether the sentence speaks of the topic from its beginning, or says in front what the topic is for. */
    private static boolean introduces(Naming naming, String sentence, String topic) {
        Set<String> wanted = new LinkedHashSet<>(Words.content(topic.replaceFirst("\\s*\\([^)]*\\)$", "")));
        naming.product().ifPresent(p -> wanted.removeAll(Words.content(p)));
        if (wanted.isEmpty() || ANECDOTE.matcher(sentence).find()) {
            return false;
        }
        if (sentence.matches("(?s)To [a-z]+ .*")) {
            return Words.content(sentence).containsAll(wanted);
        }
        String body = IN_FRONT.matcher(sentence).replaceFirst("");
        String opening = Words.of(body).stream().limit(wanted.size() + 3L).collect(Collectors.joining(" "));
        String front = sentence.substring(0, sentence.length() - body.length());
        return Words.content(front + " " + opening).containsAll(wanted);
    }

    private static boolean stands(String sentence, int index) {
        boolean open = sentence.endsWith(":") || AnswerText.openEnd(sentence).isPresent();
        return !open
                && ENDS.matcher(sentence).find()
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
