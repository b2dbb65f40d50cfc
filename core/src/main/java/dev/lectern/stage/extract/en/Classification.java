package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A passage, and which of its section's siblings it belongs to. Only passages that carry the words of their own label. */
final class Classification implements Family {
    private static final int MOST_PER_GROUP = 2;
    /** How many words of a passage a reader needs to see what it is about. */
    private static final int OPENING = 20;

    private static final Pattern POOR_LABEL = Pattern.compile(
            "^(?![\\p{Lu}`\\d])|^(?:In|On|At|For|With|From|To|By|Other|More|Some|A First|Our|Your)\\b|[*=<>†‡§]$|\\p{L}\\d[*,†‡]|=|\\b(?:I|We|Our|You|Your)\\b|\\bGutenberg\\b");
    private static final Pattern NARRATED = Pattern.compile(
            "\\b(?:wondering|imagine|suppose|us|our|I|say that|[Ww]e (?!can\\b|need\\b|must\\b|use\\b))\\b|\\w+\\(\\w|\\b[A-Za-z_]\\w*::[A-Za-z_]\\w*\\(|^(?:If|When|Because|Although|While|Mixing) |^[A-Z]\\w+ing (?!is\\b|are\\b)");

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public String task() {
        return "classification";
    }

    @Override
    public int perPage() {
        return 2;
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Set<Integer> done = new HashSet<>();
        for (Section section : page.sections()) {
            if (section.level() > 0 && done.add(section.parent() * 100 + section.level())) {
                List<Section> labels = page.siblings(section).stream()
                        .filter(s -> !Headings.generic(Headings.clean(s.title()))
                                && Words.count(s.title()) <= 9
                                && !s.title().matches("`[^` ]*`"))
                        .filter(s -> !s.title().endsWith("?"))
                        .toList();
                if (labels.size() >= 3
                        && labels.size() <= 7
                        && labels.size()
                                == labels.stream()
                                        .map(Section::title)
                                        .distinct()
                                        .count()
                        && labels.stream().allMatch(l -> label(page, Headings.clean(l.title())))) {
                    group(page, labels, out);
                }
            }
        }
    }

    private void group(Page page, List<Section> labels, Consumer<Find> out) {
        List<Find> finds = new ArrayList<>();
        for (Section own : labels) {
            own.blocks(Block.Paragraph.class)
                    .filter(Prose::own)
                    .filter(p -> fits(page, p, own, labels))
                    .findFirst()
                    .ifPresent(p -> finds.add(find(page, p, own, labels)));
        }
        finds.sort(Comparator.comparingInt(f -> -f.input().map(Span::length).orElse(0)));
        finds.stream().limit(MOST_PER_GROUP).forEach(out);
    }

    /** A label that a reader could choose by: a thing or an activity, not half a phrase, a sentence, a name list or the page's title. */
    private static boolean label(Page page, String label) {
        return !POOR_LABEL.matcher(label).find()
                && !page.document().title().equalsIgnoreCase(label)
                && !(label.contains(" ") && label.equals(label.toUpperCase(Locale.ROOT)));
    }

    private Find find(Page page, Block.Paragraph passage, Section own, List<Section> labels) {
        List<String> names = labels.stream().map(s -> Headings.clean(s.title())).toList();
        String any = String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
        String listed = String.join("; ", names);
        int at = page.text().indexOf(Headings.clean(own.title()), own.start());
        Span label = new Span(at, at + Headings.clean(own.title()).length());
        return new Find(
                        this,
                        own,
                        List.of(
                                "Which of these is the passage about: " + any + "?",
                                "File this paragraph under one of these headings: " + listed + ".",
                                "Pick the topic that fits the following text best: " + listed + ".",
                                "Classify the paragraph into one of: " + listed + ".",
                                "Under which heading does this paragraph belong: " + any + "?"),
                        Answer.of(label))
                .withInput(passage.span());
    }

    private static boolean fits(Page page, Block.Paragraph passage, Section own, List<Section> labels) {
        String text = page.text(passage);
        int words = Words.count(text);
        boolean there = page.text()
                        .startsWith(
                                Headings.clean(own.title()),
                                page.text().indexOf(Headings.clean(own.title()), own.start()))
                && page.text().indexOf(Headings.clean(own.title()), own.start()) < own.bodyStart()
                && page.text().indexOf(Headings.clean(own.title()), own.start()) >= 0;
        if (text.matches("(?is).*\\blet[’']s\\b.*|As an example.*|(?:NOTE|Note|WARNING|TIP)\\b.*")
                || words < 35
                || words > 220
                || !there
                || AnswerText.refusal(text).isPresent()
                || NARRATED.matcher(AnswerText.prose(text)).find()
                || own.title().matches("(?i).*\\bexamples?\\b.*")
                || QuestionText.exampleName(page, own, text)
                || !opensWithLabel(page, passage, own, labels)) {
            return false;
        }
        Set<String> said = Words.content(text);
        double mine = share(own, labels, said);
        return mine >= 0.5
                && labels.stream().filter(l -> !l.equals(own)).allMatch(l -> share(l, labels, said) <= mine / 4);
    }

    /** The passage itself must say what it is about: its first sentence holds most of the label, and begins with some of it. */
    private static boolean opensWithLabel(Page page, Block.Paragraph passage, Section own, List<Section> labels) {
        String first = page.text(page.sentences(passage).getFirst());
        String opening = Words.of(first).stream().limit(OPENING).collect(Collectors.joining(" "));
        return share(own, labels, Words.content(first)) >= 0.5 && share(own, labels, Words.content(opening)) >= 0.5;
    }

    /** How many of the label's own words the passage says; words that siblings share don't count. */
    private static double share(Section label, List<Section> labels, Set<String> said) {
        Set<String> distinctive = new HashSet<>(Words.content(label.title()));
        labels.stream().filter(l -> !l.equals(label)).forEach(l -> distinctive.removeAll(Words.content(l.title())));
        return distinctive.isEmpty()
                ? 0
                : (double) distinctive.stream().filter(said::contains).count() / distinctive.size();
    }
}
