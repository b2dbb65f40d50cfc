package dev.lectern.select;

import java.util.List;

/**
 * What came of an item.
 *
 * @param item its ordinal in the pool
 * @param pairs vectors of the pairs that it yielded; none if extraction failed or found nothing
 */
public record Yield(int item, List<float[]> pairs) {
    public Yield {
        pairs = List.copyOf(pairs);
    }
}
