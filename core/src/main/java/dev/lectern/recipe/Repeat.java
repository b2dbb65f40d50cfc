package dev.lectern.recipe;

/**
 * How often the stages run.
 *
 * @param atMost rounds, 1 or more
 * @param accepted stop once so many samples are accepted; 0 = never for that reason
 */
public record Repeat(int atMost, int accepted) {
    public static final Repeat ONCE = new Repeat(1, 0);
}
