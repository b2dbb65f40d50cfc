package dev.lectern.testkit;

import dev.lectern.text.Hash;

/** What the rule-driven model leaves to chance: a function of the seed and of what it is about, the same every time. */
record Luck(long seed) {
    /** From 0 to 1. */
    double chance(String what, String about) {
        return (Hash.rank(Long.toString(seed), what, about) >>> 11) / (double) (1L << 53);
    }

    /** One of so many. */
    int pick(int n, String about) {
        return (int) Long.remainderUnsigned(Hash.rank(Long.toString(seed), "pick", about), n);
    }
}
