package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An answer as the places it is copied from: nearly always one span (the text is already laid out, so a list with its
 * markers, a table or a fenced block is one span too), else one with others that are added to it, joined by a blank or another fixed layout.
 */
public record Answer(List<Span> spans, String joiner) {
    public Answer {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("an answer needs a span");
        }
    }

    public static Answer of(Span span) {
        return new Answer(List.of(span), "");
    }

    public static Answer of(int start, int end) {
        return of(new Span(start, end));
    }

    public String text(String document) {
        return spans.stream().map(s -> s.of(document)).collect(Collectors.joining(joiner));
    }

    public int start() {
        return spans.stream().mapToInt(Span::start).min().orElseThrow();
    }

    public int end() {
        return spans.stream().mapToInt(Span::end).max().orElseThrow();
    }

    /** Whether both answer with a common piece of the document; what is only added to it, a unit, may be the same. */
    public boolean overlaps(Answer other) {
        Span own = spans.getFirst();
        Span others = other.spans.getFirst();
        return own.start() < others.end() && others.start() < own.end();
    }
}
