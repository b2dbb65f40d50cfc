package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Mark;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether the words before 是 are the name of a thing, and one that this page is about. */
final class Subject {
    private static final int LONGEST = 24;
    private static final Pattern DIGITS = Pattern.compile(".*[0-9]{3,}.*|^[0-9].*");

    private Subject() {}

    /** Whether the words can be a name at all: no clause, no adverb at either end. */
    static boolean isName(String words) {
        String folded = Script.fold(words).strip();
        String bare = folded.replaceAll("[`“”\"「」《》*]", "");
        return !bare.isEmpty()
                && Script.length(folded) <= LONGEST
                && bare.length() >= 2
                && !Vocabulary.starts("subject-start", bare)
                && !Vocabulary.ends("subject-end", bare)
                && !Vocabulary.holds("subject-holds", bare)
                && !DIGITS.matcher(bare).matches()
                && !bare.matches(".*[，。；：！？、,;:!?|].*");
    }

    /** Without quotation marks round the whole; a work keeps its 《》. */
    static String bare(String words) {
        return words.strip().replaceAll("^[“「\"](.*)[”」\"]$", "$1");
    }

    /** The page's title or topic. */
    static boolean isTitle(Page page, String words) {
        String name = key(words);
        return name.equals(key(page.document().title()))
                || name.equals(key(page.document().title().replaceFirst("\\s*[（(].*[)）]$", "")))
                || page.topic()
                        .map(t -> name.equals(key(t)) || name.equals(key(Scope.bare(t))))
                        .orElse(false);
    }

    /** The title, a heading, or a term that the author emphasised or set as code right here. */
    static boolean isTerm(Page page, String words, Span at) {
        return isTitle(page, words) || isHeading(page, words) || marked(page, words, at);
    }

    static boolean isHeading(Page page, String words) {
        String name = key(words);
        return page.sections().stream()
                .map(s -> key(Headings.clean(s.title())))
                .anyMatch(h -> h.equals(name) || h.startsWith(name + "(") || h.equals("什么是" + name));
    }

    private static boolean marked(Page page, String words, Span at) {
        String stripped = words.strip();
        if (stripped.matches("`[^`]+`|[“「][^”」]+[”」]")) {
            return true;
        }
        return page.document().marks().stream()
                .filter(m -> m.kind() != Mark.Kind.LINK || stripped.matches("[A-Z][\\w .+#-]+"))
                .anyMatch(m -> m.start() < at.end() && at.start() < m.end() && m.end() - m.start() >= at.length() - 2);
    }

    /** A term that links away is known elsewhere too: it is not the product's own. */
    static boolean linked(Page page, Span at) {
        return page.document().marks().stream()
                .anyMatch(m -> m.kind() == Mark.Kind.LINK && m.start() <= at.start() + 1 && at.end() - 1 <= m.end());
    }

    /** Whether running text mentions it here for the first time, or the section is called after it. */
    static boolean introduced(Page page, Line line, String words) {
        int first = page.firstMention(bare(words).replace("`", ""));
        return first < 0
                || (first >= line.span().start() && first < line.span().end())
                || (line.nth() == 0
                        && key(Headings.clean(line.section().title())).contains(key(words)));
    }

    static String key(String words) {
        return Script.fold(words)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[`“”\"「」《》*\\s]", "")
                .replace('（', '(')
                .replace('）', ')');
    }
}
