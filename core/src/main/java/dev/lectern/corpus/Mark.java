package dev.lectern.corpus;

/** Inline emphasis whose marks the text no longer shows: the words that an author set in italics, in bold or as a link. */
public record Mark(int start, int end, Kind kind) {
    public enum Kind {
        EMPHASIS,
        STRONG,
        LINK
    }
}
