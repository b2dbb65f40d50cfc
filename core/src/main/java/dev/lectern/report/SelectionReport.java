package dev.lectern.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.report.RunReport.Cost;
import dev.lectern.text.Messages;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How documents were chosen for a target: the figures behind that part of the page. {@code run/selection.jsonl} has all rounds in full.
 *
 * @param policy that chose
 * @param reward that rows were paid in, a key of the messages; {@code none} where the policy learns nothing
 * @param of what was chosen, {@code passages} or {@code documents}
 * @param goals of the target
 * @param items passages or documents that there were to choose from
 * @param chosen how many of them were extracted from
 * @param pairs rows that came out, and how many of them fit the target
 * @param stop why it ended, a key of the messages: {@code exhausted}, {@code recall}, {@code dry}, {@code blind}, {@code tokens}, {@code share}, {@code
 *     rounds}, {@code samples}, {@code held}
 * @param rounds all of them, in their order
 * @param clusters as they stood at the end; none for policies without
 * @param work what it took to compute
 */
public record SelectionReport(
        String policy,
        String reward,
        String of,
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

    /** In a sentence or two: how much was extracted from, what fits of what came out, and why it ended. */
    public String told(String language) {
        return told(Messages.of("report", language));
    }

    String told(Messages say) {
        Figures figures = new Figures(say);
        return say.get(
                        unit("selection.lead"),
                        figures.count(items),
                        figures.count(chosen),
                        figures.percent(chosen, items),
                        figures.count(fitting),
                        figures.count(pairs))
                + say.get("selection.space")
                + say.get("selection.stop." + stop);
    }

    /** The key of words that speak of documents, where documents were chosen. */
    String unit(String key) {
        return of.equals("documents") ? key + ".documents" : key;
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
     * @param clusters between which it was divided, or would have been by one of these orders; the largest of them
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
            long byNearest,
            List<Arm> clusters) {
        public Round {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * A cluster as it stood when a round was chosen.
     *
     * @param pulled items extracted from before
     * @param reward their mean; absent before the first
     * @param bound what it was ranked by
     * @param pulls items of this round, and how many the other orders would have taken
     */
    public record Arm(
            String title,
            long size,
            long pulled,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble reward,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble bound,
            long pulls,
            long byStatic,
            long byNearest) {}

    /**
     * A cluster as it stood at the end.
     *
     * @param reward mean reward; absent where it was never pulled
     * @param x where it lies on the map, from 0 to 1, like {@code y}
     */
    public record Cluster(
            int cluster,
            String title,
            long size,
            long pulled,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble reward,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalDouble bound,
            double x,
            double y) {}

    /**
     * What it took, all rounds together, those that warmed up too.
     *
     * @param read tokens of passages, examples and rows that were turned into vectors
     * @param unknown the models that answered and whose names do not say how many parameters they have
     * @param flops 2 × parameters × tokens, of the calls and of the vectors; 0 where the parameters of a model are not known
     */
    public record Work(long calls, long input, long output, long read, List<String> unknown, double flops) {
        public Work {
            unknown = List.copyOf(unknown);
        }
    }
}
