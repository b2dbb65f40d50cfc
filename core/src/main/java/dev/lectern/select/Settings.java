package dev.lectern.select;

/**
 * What a user may set.
 *
 * @param seed for all draws
 */
public record Settings(long seed) {
    /** Ours: parts that were shown to help are on. */
    public static Settings tuned(long seed) {
        return new Settings(seed);
    }
}
