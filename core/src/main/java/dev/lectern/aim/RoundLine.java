package dev.lectern.aim;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.select.Standing;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A round of a selection as it closed: a line of {@code run/selection.jsonl}. What is counted runs over all rounds so far.
 *
 * @param round from 1
 * @param policy that chose
 * @param reward that it was paid in; {@code none} where it learns nothing
 * @param chosen items of this round
 * @param named items so far, of {@code items}
 * @param calls of models that the rounds took, warm-up included; {@code input} and {@code output} their tokens
 * @param micros what that cost, in millionths
 * @param read tokens of the passages and pairs that were turned into vectors
 * @param pairs that came out, and how many of them fit; {@code idle} how many more did that earn nothing: copies, and what was dropped
 *     before it was held against the target
 * @param recall estimate of the share of what fits that is held; from 0 to 1, and 0 where hardly anything fits
 * @param front of the nearest items that were extracted from, some thirty, the share that yielded what fits; 1 as long as fewer were
 * @param foreign whether that is so little that hardly anything there is resembles the target; not where no pair came out, which has other causes
 * @param distance between what came out and the target, by transport, debiased; less than 0 where it was not reckoned
 * @param byStatic how many of the round's items the static order of clusters would have named too, {@code byNearest} plain retrieval
 * @param clusters that have been pulled or came near to it; a table of all of them would be long
 */
public record RoundLine(
        int round,
        String policy,
        String reward,
        int chosen,
        int named,
        int items,
        long calls,
        long input,
        long output,
        long micros,
        boolean priced,
        long read,
        long pairs,
        long idle,
        long fitting,
        double recall,
        double front,
        boolean foreign,
        double distance,
        int byStatic,
        int byNearest,
        List<Cluster> clusters) {
    public RoundLine {
        clusters = List.copyOf(clusters);
    }

    /**
     * A cluster as it stood when the round was chosen.
     *
     * @param pulled items told of so far, before this round
     * @param reward their mean; absent before the first
     * @param prior what was expected before any was told of
     * @param bound what it was ranked by; absent where it is beyond all others
     * @param pulls items of this round, and how many the static order or plain retrieval would have taken
     */
    public record Cluster(
            int cluster,
            int size,
            int pulled,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble reward,
            double prior,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble bound,
            int pulls,
            int byStatic,
            int byNearest) {
        public static Cluster of(Standing.Arm arm) {
            return new Cluster(
                    arm.cluster(),
                    arm.size(),
                    arm.pulled(),
                    known(arm.reward()),
                    known(arm.prior()).orElse(0),
                    known(arm.bound()),
                    arm.pulls(),
                    arm.byStatic(),
                    arm.byNearest());
        }

        /** Four digits: more would differ from machine to machine. */
        private static OptionalDouble known(double number) {
            return Double.isFinite(number) ? OptionalDouble.of(Math.rint(number * 1e4) / 1e4) : OptionalDouble.empty();
        }
    }
}
