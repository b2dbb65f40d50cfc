package dev.lectern.select;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of an item.
 *
 * @param item its ordinal in the pool
 * @param pairs vectors of the pairs that it yielded; none if extraction failed or found nothing
 * @param given for each of them what a judge gave it, from 0 to 1; read only where that is the reward
 * @param idle how many more came out that earn nothing: copies of earlier ones, and such as their source does not bear out
 */
public record Yield(int item, List<float[]> pairs, List<Double> given, int idle) {
    public Yield {
        pairs = List.copyOf(pairs);
        given = List.copyOf(given);
        if (given.size() != pairs.size() || given.stream().anyMatch(one -> !(one >= 0 && one <= 1))) {
            throw new IllegalArgumentException("a judge gives each pair a number from 0 to 1, not " + given);
        }
        if (idle < 0) {
            throw new IllegalArgumentException("idle must be 0 or more, not " + idle);
        }
    }

    /** One that no judge has seen. */
    public Yield(int item, List<float[]> pairs) {
        this(item, pairs, Collections.nCopies(pairs.size(), 0.0), 0);
    }

    /** The same pairs in another space. */
    Yield moved(UnaryOperator<float[]> into) {
        return new Yield(item, pairs.stream().map(into).toList(), given, idle);
    }

    /** What came of several items, as if it were one. */
    static Yield together(List<Yield> some) {
        return new Yield(
                some.getFirst().item,
                some.stream().flatMap(each -> each.pairs.stream()).toList(),
                some.stream().flatMap(each -> each.given.stream()).toList(),
                some.stream().mapToInt(Yield::idle).sum());
    }
}
