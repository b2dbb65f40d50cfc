package dev.lectern.redact;

/** Personal data at a place of a text, in UTF-16 units. */
public record Found(int start, int end, PersonalData kind) {
    boolean meets(Found other) {
        return start < other.end && other.start < end;
    }
}
