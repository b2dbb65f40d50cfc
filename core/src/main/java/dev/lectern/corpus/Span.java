package dev.lectern.corpus;

/** A half-open range of UTF-16 units in a document's text. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + ".." + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    /** The same range where this one was counted from there. */
    public Span from(int start) {
        return new Span(start + this.start, start + end);
    }

    public int length() {
        return end - start;
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
