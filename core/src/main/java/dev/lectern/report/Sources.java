package dev.lectern.report;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.report.RunReport.Source;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;

/** Quotes shown where they stand: the words before and after, the headings above. */
final class Sources {
    /** Characters of context on either side: two or three sentences. */
    private static final int AROUND = 240;

    /** Lines of context on either side: lines of code are short, and a page shows a dozen or so before one has to scroll to the quote. */
    private static final int LINES = 7;

    private Sources() {}

    /** The sources of a sample's quotes; quotes of passages that the corpus doesn't have stand alone. */
    static List<Source> of(Sample sample, Corpus corpus) {
        return sample.evidence().stream()
                .map(e -> of(e, Optional.of(corpus.document(e.document())), Optional.of(corpus.passage(e.passage()))))
                .toList();
    }

    static Source of(Evidence evidence, Optional<Document> document, Optional<Passage> passage) {
        String uri = evidence.uri().or(() -> document.map(Document::uri)).orElse(evidence.document());
        List<String> headings = passage.map(Passage::headings).orElse(List.of());
        String title = document.map(Document::title).orElse("");
        if (document.isEmpty()
                || !evidence.located()
                || evidence.end() > document.get().text().length()) {
            return new Source(uri, title, headings, evidence.page(), "", evidence.quote(), "");
        }
        String text = document.get().text();
        int from = Math.max(
                breakAfter(text, Math.max(0, evidence.start() - AROUND), evidence.start()),
                linesBefore(text, evidence.start()));
        int to = Math.min(
                breakBefore(text, Math.min(text.length(), evidence.end() + AROUND), evidence.end()),
                linesAfter(text, evidence.end()));
        return new Source(
                uri,
                title,
                headings,
                evidence.page(),
                (from > 0 ? "… " : "") + text.substring(from, evidence.start()),
                text.substring(evidence.start(), evidence.end()),
                text.substring(evidence.end(), to) + (to < text.length() ? " …" : ""));
    }

    /** Where so many lines begin that end at this place; 0 if there are fewer. */
    private static int linesBefore(String text, int end) {
        int at = end;
        for (int line = 0; line < LINES && at >= 0; line++) {
            at = text.lastIndexOf('\n', at - 1);
        }
        return at + 1;
    }

    /** Where so many lines end that begin at this place; the end of the text if there are fewer. */
    private static int linesAfter(String text, int start) {
        int at = start - 1;
        for (int line = 0; line < LINES; line++) {
            at = text.indexOf('\n', at + 1);
            if (at < 0) {
                return text.length();
            }
        }
        return at;
    }

    /** The first place after a white space, so that context begins with a whole word. */
    private static int breakAfter(String text, int from, int limit) {
        if (from == 0) {
            return 0;
        }
        for (int i = from; i < Math.min(limit, from + 30); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int breakBefore(String text, int to, int limit) {
        if (to == text.length()) {
            return to;
        }
        for (int i = to; i > Math.max(limit, to - 30); i--) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return to > limit && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }
}
