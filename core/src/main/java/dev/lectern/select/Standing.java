package dev.lectern.select;

import java.util.List;

/**
 * What a report tells of a round.
 *
 * @param round 1 for the first; 0 before any
 * @param named how many items were named so far
 * @param chosen the items of the round, best first
 * @param byStatic what the order of clusters before any feedback would have named with as many calls, in its own run
 * @param byNearest what plain retrieval would have named, in its own run
 * @param arms the groups of items between which the policy divides its calls; empty for policies that have none
 */
public record Standing(
        int round, int named, List<Integer> chosen, List<Integer> byStatic, List<Integer> byNearest, List<Arm> arms) {
    public Standing {
        chosen = List.copyOf(chosen);
        byStatic = List.copyOf(byStatic);
        byNearest = List.copyOf(byNearest);
        arms = List.copyOf(arms);
    }

    /**
     * A cluster of items as it stood when the round was named.
     *
     * @param cluster its ordinal, the same in every round
     * @param size how many items it has
     * @param pulled how many of them were told of so far
     * @param reward mean reward of those; NaN before the first
     * @param prior what was expected of the cluster before any feedback
     * @param bound what it was ranked by in this round
     * @param pulls how many items of the round are its own
     * @param byStatic how many of those that the static order would have named are
     * @param byNearest how many of those that plain retrieval would have named are
     */
    public record Arm(
            int cluster,
            int size,
            int pulled,
            double reward,
            double prior,
            double bound,
            int pulls,
            int byStatic,
            int byNearest) {}
}
