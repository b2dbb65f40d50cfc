package dev.lectern.plan;

import dev.lectern.ingest.IngestReport;
import dev.lectern.report.RunReport;
import java.util.List;
import java.util.Optional;

/**
 * What a build would still do, as far as can be known before. Calls that the run folder has the answers of are not among those to be
 * made. Without a pilot every passage gives all its questions and none is dropped, so the calls expected are the most there can be;
 * input is counted on real prompts, output is an estimate. With one, all rests on what its passages took.
 *
 * @param characters UTF-16 units of text read
 * @param rows at most, or as the pilot makes expect
 * @param calls of models, over all roles
 * @param kept calls whose answers the run folder holds
 * @param tokens over all roles
 * @param cost in the currency that most of it is in; not known where a model's price is not
 * @param seconds the time that waiting for models takes
 * @param models what falls to each role and model
 * @param hosts where the passages go
 * @param skipped files that would not be read, each with its reason
 */
public record Plan(
        String recipe,
        long files,
        long documents,
        long passages,
        long characters,
        long rows,
        Range calls,
        long kept,
        Tokens tokens,
        Money cost,
        Range seconds,
        List<Share> models,
        List<String> hosts,
        Optional<Pilot> pilot,
        List<IngestReport.Skipped> skipped) {
    public Plan {
        models = List.copyOf(models);
        hosts = List.copyOf(hosts);
        skipped = List.copyOf(skipped);
    }

    /** A figure that is not known exactly. */
    public record Range(long low, long expected, long high) {
        public static final Range NONE = new Range(0, 0, 0);

        Range plus(Range other) {
            return new Range(low + other.low, expected + other.expected, high + other.high);
        }
    }

    public record Tokens(Range input, Range output) {
        public static final Tokens NONE = new Tokens(Range.NONE, Range.NONE);
    }

    /** Amounts; all of {@link RunReport.Cost#known} or none. */
    public record Money(RunReport.Cost low, RunReport.Cost expected, RunReport.Cost high) {
        public boolean known() {
            return expected.known();
        }
    }

    /**
     * What falls to one model in one role.
     *
     * @param counter what counted the tokens of its prompts
     */
    public record Share(String role, String model, Range calls, Tokens tokens, Money cost, String counter) {}

    /**
     * What was done for real.
     *
     * @param passages units that were worked on
     * @param calls that they took, whether made now or before
     * @param cost what of that was paid now
     */
    public record Pilot(long passages, long rows, long calls, RunReport.Cost cost) {}
}
