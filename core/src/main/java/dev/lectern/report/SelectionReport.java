package dev.lectern.report;

import dev.lectern.report.RunReport.Cost;
import java.util.List;

/**
 * How documents were chosen for a target: the figures behind that part of the page. {@code run/selection.jsonl} has all rounds in full.
 *
 * @param policy that chose
 * @param reward that rows were paid in, a key of the messages; {@code none} where the policy learns nothing
 * @param goals of the target
 * @param items passages or documents that there were to choose from
 * @param chosen how many of them were extracted from
 * @param pairs rows that came out, and how many of them fit the target
 * @param stop why it ended, a key of the messages: {@code exhausted}, {@code recall}, {@code dry}, {@code tokens}, {@code share}, {@code
 *     rounds}, {@code samples}, {@code held}
 * @param rounds all of them, in their order
 * @param clusters as they stood at the end; none for policies without
 * @param work what it took to compute
 */
public record SelectionReport(
        String policy,
        String reward,
        List<Goal> goals,
        long items,
        long chosen,
        long pairs,
        long fitting,
        String stop,
        List<Round> rounds,
        List<Cluster> clusters,
        Work work) {
    public SelectionReport {
        goals = List.copyOf(goals);
        rounds = List.copyOf(rounds);
        clusters = List.copyOf(clusters);
    }

    /** @param kind {@code pairs}, {@code documents} or {@code sentence} */
    public record Goal(String name, double weight, String kind, long examples) {}

    /**
     * Sums up to and with this round.
     *
     * @param tokens of the calls, in and out
     * @param recall estimate of the share of what fits that is held
     * @param distance of what came out from the target, by transport; less than 0 where nothing came out
     * @param byStatic of this round's items, how many the order of clusters without feedback would have chosen too
     * @param byNearest how many plain retrieval would have chosen too
     * @param drawn items of this round
     */
    public record Round(
            int round,
            long chosen,
            long drawn,
            long calls,
            long tokens,
            Cost cost,
            long pairs,
            long fitting,
            double recall,
            double distance,
            long byStatic,
            long byNearest) {}

    /**
     * A cluster as it stood at the end.
     *
     * @param reward mean reward, less than 0 where it was never pulled
     * @param x where it lies on the map, from 0 to 1, like {@code y}
     */
    public record Cluster(
            int cluster, String title, long size, long pulled, double reward, double bound, double x, double y) {}

    /**
     * What it took, all rounds together, those that warmed up too.
     *
     * @param read tokens of passages, examples and rows that were turned into vectors
     * @param parameters of the writing model, in thousands of millions, as its name says; 0 where it doesn't
     * @param flops 2 × parameters × tokens, of the calls and of the vectors; 0 where the parameters are not known
     */
    public record Work(long calls, long input, long output, long read, double parameters, double flops) {}
}
