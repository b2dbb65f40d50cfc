package dev.lectern.stage.extract;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Span;
import dev.lectern.sample.Evidence;
import dev.lectern.stage.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quotes for what an answer copies, each inside one passage: a span that crosses a passage's end becomes two quotes. */
final class EvidenceOf {
    private final Document document;
    private final List<Passage> passages;

    EvidenceOf(Document document, List<Passage> passages) {
        this.document = document;
        this.passages = passages;
    }

    /** The quotes in the order of the spans, or none if a part of the spans that isn't white space lies in no passage. */
    List<Evidence> of(List<Span> spans) {
        List<Evidence> quotes = new ArrayList<>();
        for (Span span : spans) {
            int covered = span.start();
            for (Passage passage : passages) {
                int start = Math.max(span.start(), passage.start());
                int end = Math.min(span.end(), passage.end());
                if (start < end && start >= covered) {
                    if (!blank(covered, start)) {
                        return List.of();
                    }
                    quote(passage, start, end).ifPresent(quotes::add);
                    covered = end;
                }
            }
            if (!blank(covered, span.end())) {
                return List.of();
            }
        }
        return List.copyOf(quotes);
    }

    private boolean blank(int start, int end) {
        return document.text().substring(start, Math.max(start, end)).isBlank();
    }

    private Optional<Evidence> quote(Passage passage, int from, int to) {
        String text = document.text();
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return start == end ? Optional.empty() : Optional.of(Quoted.part(new Span(start, end), passage, document));
    }
}
