package dev.lectern;

import dev.lectern.ingest.IngestReport;
import java.util.List;

/**
 * What a build would do, as far as can be known before: every passage gives all its questions and none is dropped, so calls are an
 * upper bound. Tokens are those of an OpenAI tokenizer; input is counted on real prompts, output is an estimate.
 *
 * @param characters UTF-16 units of text read
 * @param calls model calls at most, those already kept in the run folder among them
 * @param rows at most
 * @param skipped files that would not be read, each with its reason
 */
public record Plan(
        String recipe,
        long files,
        long documents,
        long passages,
        long characters,
        long rows,
        long calls,
        Tokens tokens,
        List<IngestReport.Skipped> skipped) {
    public Plan {
        skipped = List.copyOf(skipped);
    }

    /** Output is given as low, expected and high. */
    public record Tokens(long input, long outputLow, long output, long outputHigh) {
        public static final Tokens NONE = new Tokens(0, 0, 0, 0);
    }
}
