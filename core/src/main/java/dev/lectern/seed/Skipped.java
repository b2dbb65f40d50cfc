package dev.lectern.seed;

/**
 * A row that says nothing new.
 *
 * @param why {@code blank}, or {@code duplicate of line 3}
 */
public record Skipped(int line, String why) {
    static Skipped blank(int line) {
        return new Skipped(line, "blank");
    }

    static Skipped duplicate(int line, int first) {
        return new Skipped(line, "duplicate of line " + first);
    }
}
