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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A passage, and which of its section's siblings it belongs to. Only passages that carry the words of their own label. */
final class Classification implements Family {
    private static final int MOST_PER_GROUP = 2;

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
        return 3;
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
                                        .count()) {
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
        finds.sort(java.util.Comparator.comparingInt(
                f -> -f.input().map(Span::length).orElse(0)));
        finds.stream().limit(MOST_PER_GROUP).forEach(out);
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
                || AnswerText.refusal(text).isPresent()) {
            return false;
        }
        Set<String> said = Words.content(text);
        double mine = share(own, labels, said);
        return mine >= 0.5
                && labels.stream().filter(l -> !l.equals(own)).allMatch(l -> share(l, labels, said) <= mine / 4);
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
