package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Mark;
import dev.lectern.corpus.Span;
import dev.lectern.text.Sentences;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A document as a tree of sections, with the two names that a question may need: its product's and its own topic's. Immutable. */
public final class Page {
    private static final Pattern OPENER = Pattern.compile(
            "^(?:Understanding|Introducing|(?:An )?Introduction to|About|Working with|Getting started with|(?:An )?Overview of|A guide to) (?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?i)\\b(?:sample|untitled|test (?:file|document|page|case)|document ?\\d*|microsoft word|lorem|filename)\\b");
    private static final int OPENING = 3_000;
    private static final Pattern SUBTITLE = Pattern.compile("(?<=\\S) +(?:-{1,2}|[–—|]) +");

    private final Document document;
    private final Optional<String> product;
    private final List<Section> sections;
    private final Map<String, Integer> names;
    private final String lowerText;
    private final String prose;
    private final Optional<Section> top;
    private final Set<String> codeNames;

    private Page(Document document, Optional<String> product) {
        this.document = document;
        this.product = product;
        this.sections = List.copyOf(Outline.of(document));
        this.prose = Names.prose(document);
        this.names = Names.inMidSentence(prose);
        this.lowerText = document.text().toLowerCase(Locale.ROOT);
        this.top = findTop();
        this.codeNames = Names.definedInCode(document);
    }

    /** @param product the name of what the whole folder is about, as {@link Products} finds it */
    public static Page of(Document document, Optional<String> product) {
        return new Page(document, product);
    }

    public Document document() {
        return document;
    }

    public String text() {
        return document.text();
    }

    public String text(Span span) {
        return span.of(document.text());
    }

    public String text(Block block) {
        return block.span().of(document.text());
    }

    public Optional<String> product() {
        return product;
    }

    /**
     * What the page is about: the one heading that all others stand under, else the document's title where its file says one;
     * cleaned, and empty where it is generic ("Overview").
     */
    public Optional<String> topic() {
        return top().map(Section::title)
                .or(() -> Optional.of(document.title()).filter(t -> !fileName(t) && !oneOfMany(t) && shown(t)))
                .map(Page::unfolded)
                .map(Headings::clean)
                .map(t -> SUBTITLE.split(t, 2)[0])
                .map(t -> OPENER.matcher(t).replaceFirst(""))
                .filter(t -> !Headings.generic(t) && !PLACEHOLDER.matcher(t).find());
    }

    /** A title from a file's properties is often a template's: it counts only where the first page shows it, and as a phrase. */
    private boolean shown(String title) {
        String opening =
                squeezed(document.text().substring(0, Math.min(document.text().length(), OPENING)));
        return document.pages().isEmpty()
                || (opening.contains(squeezed(title)) && (title.strip().contains(" ") || heads(title)));
    }

    private boolean heads(String title) {
        return sections.stream().anyMatch(s -> s.start() < OPENING && s.title().equals(title.strip()));
    }

    private static String squeezed(String text) {
        return unfolded(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "");
    }

    /** Ligatures as the letters they stand for, for names and for comparing; answers keep them. */
    private static String unfolded(String text) {
        return text.replace("ﬀ", "ff")
                .replace("ﬃ", "ffi")
                .replace("ﬄ", "ffl")
                .replace("ﬁ", "fi")
                .replace("ﬂ", "fl");
    }

    /** The section whose heading is the page's title: the only one of its level, and none is higher; empty if there is none. */
    public Optional<Section> top() {
        return top;
    }

    private Optional<Section> findTop() {
        int highest = sections.stream()
                .mapToInt(Section::level)
                .filter(l -> l > 0)
                .min()
                .orElse(0);
        List<Section> tops = sections.stream()
                .filter(s -> s.level() == highest && highest > 0)
                .toList();
        // A PDF's heading that is set larger than its title names no page.
        boolean late = !document.pages().isEmpty()
                && !tops.isEmpty()
                && tops.getFirst().start() > OPENING;
        return late
                ? Optional.empty()
                : tops.size() == 1
                                || (highest == 1
                                        && document.pages().isEmpty()
                                        && !tops.isEmpty()
                                        && tops.getFirst().number() <= 1)
                        ? Optional.of(tops.getFirst())
                        : Optional.empty();
    }

    /** A title taken from the first of several chapters. */
    private boolean oneOfMany(String title) {
        return !document.details().containsKey("title")
                && sections.stream().anyMatch(s -> s.title().equals(title));
    }

    /** A title that is only the file's name: "ch06-01-defining-an-enum", "report_final". */
    private boolean fileName(String title) {
        return !document.details().containsKey("title") && !title.contains(" ") && title.matches(".*[-_.\\d].*");
    }

    /** Capitalised names that the page uses in mid-sentence, with how often. */
    public Map<String, Integer> names() {
        return names;
    }

    /** What the page's own code blocks define: variables, functions and types, most of them of running examples. */
    public Set<String> codeNames() {
        return codeNames;
    }

    /** The text in small letters; offsets are the text's own only where no letter changes its length. */
    public String lowerText() {
        return lowerText;
    }

    /** Whether a sentence of the page holds these words as they are spelt, capitals included, after its beginning. */
    public boolean saysInMiddle(String words) {
        for (int at = prose.indexOf(words); at >= 0; at = prose.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean middle = at > 1
                    && prose.charAt(at - 1) == ' '
                    && (Character.isLowerCase(prose.charAt(at - 2)) || ",;".indexOf(prose.charAt(at - 2)) >= 0);
            if (middle && (end == prose.length() || !Character.isLetterOrDigit(prose.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** In text order; section 0 stands before the first heading. */
    public List<Section> sections() {
        return sections;
    }

    /** The sections right under this one. */
    public List<Section> children(Section section) {
        return sections.stream().filter(s -> s.parent() == section.number()).toList();
    }

    /** The sections that share this one's parent and level, itself among them. */
    public List<Section> siblings(Section section) {
        return sections.stream()
                .filter(s -> s.parent() == section.parent() && s.level() == section.level())
                .toList();
    }

    /** Headings from the outermost to this section's own, as they stand. */
    public List<String> path(Section section) {
        Deque<String> path = new ArrayDeque<>();
        for (int n = section.number(); n > 0; n = sections.get(n).parent()) {
            path.addFirst(sections.get(n).title());
        }
        return List.copyOf(path);
    }

    /** The nearest heading from here upwards that can name a question, cleaned; empty where all are generic. */
    public Optional<String> heading(Section section) {
        List<String> path = new ArrayList<>(path(section));
        Collections.reverse(path);
        return path.stream()
                .map(Headings::clean)
                .filter(h -> !Headings.generic(h))
                .findFirst();
    }

    /** The sentences of a paragraph or list item, without the marker. */
    public List<Span> sentences(Block block) {
        Span body = block instanceof Block.Item item ? item.content() : block.span();
        return Sentences.in(document.text(), body.start(), body.end()).stream()
                .map(s -> new Span(s.start(), s.end()))
                .toList();
    }

    /** Where the term first stands in running text (not in a heading), whatever its case; -1 if nowhere. */
    public int firstMention(String term) {
        String text = lowerText;
        String wanted = term.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int here = at;
            boolean heading = sections.stream()
                    .anyMatch(s ->
                            s.start() <= here && here < s.start() + s.title().length());
            if (!heading && wordAt(text, at, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Whether an author emphasised exactly this range, or set it as a link. */
    public boolean marked(Span span) {
        return document.marks().stream()
                .anyMatch(m -> m.kind() != Mark.Kind.LINK && m.start() == span.start() && m.end() == span.end());
    }

    private static boolean wordAt(String text, int at, int length) {
        boolean before = at == 0 || !ascii(text.charAt(at - 1)) || !ascii(text.charAt(at));
        int end = at + length;
        boolean after = end >= text.length() || !ascii(text.charAt(end)) || !ascii(text.charAt(end - 1));
        return before && after;
    }

    private static boolean ascii(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
