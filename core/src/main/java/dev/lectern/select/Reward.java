package dev.lectern.select;

import java.util.Locale;

/** By what a pair that came out is paid. All are about 1 for a pair as near to the target as its own are to each other, about 0 for any. */
public enum Reward {
    /** The mean cosine to the three examples that are nearest. */
    COSINE,
    /** The cosine to the nearest example: one that lies there by chance counts as much as three. */
    MAX_COSINE,
    /**
     * What the pair takes off the cost of carrying all that came out to the target: the same as {@link #MAX_COSINE} at first, then less near
     * examples that much lies near already and more near those that little does. In {@link Policy#PAPER} the cost itself, of a pull by itself.
     */
    TRANSPORT,
    /** What a judge gave it: {@link Yield#given}. */
    JUDGE;

    /** What a user calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
