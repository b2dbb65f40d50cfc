package dev.lectern.bench.grounding;

import dev.lectern.text.Hash;
import java.util.List;

/** Chance about a record, the same on every run. */
record Dice(String record) {
    double share(String what) {
        return (Hash.rank("grounding-bench", record, what) >>> 11) / (double) (1L << 53);
    }

    <T> T one(List<T> of, String what) {
        return of.get((int) Math.min(of.size() - 1L, (long) (share(what) * of.size())));
    }
}
