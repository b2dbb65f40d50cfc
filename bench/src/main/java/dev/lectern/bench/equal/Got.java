package dev.lectern.bench.equal;

import dev.lectern.bench.equal.PoolFile.Pair;

/** A pair that an item of a trial yields. */
final class Got {
    private final Pair pair;
    private final float[] vector;
    private final boolean relevant;

    Got(Pair pair, float[] vector, boolean relevant) {
        this.pair = pair;
        this.vector = vector;
        this.relevant = relevant;
    }

    Pair pair() {
        return pair;
    }

    float[] vector() {
        return vector;
    }

    /** Whether it is one of those that the target wants. */
    boolean relevant() {
        return relevant;
    }
}
