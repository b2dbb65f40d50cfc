package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike items and a target are before anything was extracted, by vectors from which the middle of the pool was taken, as what all items share
 * says nothing of one: the mean cosine to a goal's pairs, in which near ones count more the nearer they are. The nearest one alone is
 * near by chance, and all alike blur a goal of many topics.
 */
final class Likeness {
    /** A goal of more pairs is told by so many centres of groups of them. */
    private static final int MOST_PAIRS = 400;

    /** A pair counts e times as much as another that lies this much further away. */
    private static final double SOFT = 0.15;

    private final Pool pool;
    private final Spaces spaces;
    private final boolean[] told;
    private final Target target;

    Likeness(Pool pool, Target target, long seed) {
        this.pool = pool;
        this.spaces = new Spaces(pool);
        this.told = spaces.of(target);
        this.target = new Target(target.goals().stream()
                .map(goal -> few(goal, seed).moved(pair -> spaces.moved(pair, spaces.of(pair))))
                .toList());
    }

    /** Whether anything can be said of the item. */
    boolean tells(int item) {
        return told[pool.space(item)];
    }

    /** The target as it lies without the middle of the pool. */
    Target target() {
        return target;
    }

    /** The vector of an item without the middle of the pool. */
    float[] vector(int item) {
        return spaces.moved(pool.vector(item), pool.space(item));
    }

    /** The space that an item lies in. */
    int space(int item) {
        return pool.space(item);
    }

    /** The space of a pair of {@link #target}; less than 0 if the pool has nothing in it. */
    int space(float[] pair) {
        return spaces.of(pair);
    }

    /** The vectors of at the most so many of these items, spread evenly over them. */
    List<float[]> some(int[] items, int most) {
        int count = Math.min(most, items.length);
        return IntStream.range(0, count)
                .mapToObj(i -> vector(items[(int) ((long) i * items.length / count)]))
                .toList();
    }

    /** How alike each item is to these vectors, from which the middle was taken as well. */
    double[] ofAll(List<float[]> pairs) {
        double[] all = new double[pool.size()];
        for (int item = 0; item < all.length; item++) {
            all[item] = of(vector(item), pairs);
        }
        return all;
    }

    /** The mean cosine of a vector to others, in which near ones count more. */
    static double of(float[] vector, List<float[]> others) {
        double sum = 0;
        for (float[] other : others) {
            sum += Math.exp(Vectors.dot(other, vector) / SOFT);
        }
        return SOFT * Math.log(sum / others.size());
    }

    /** The goal, or where it has very many pairs, one of centres of groups of them. */
    static Target.Goal few(Target.Goal goal, long seed) {
        return Representatives.few(goal, MOST_PAIRS, MOST_PAIRS, seed);
    }
}
