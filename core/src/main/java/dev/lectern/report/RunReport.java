package dev.lectern.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.export.Output;
import dev.lectern.sample.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a run: {@code report.json}, and what {@code --json} prints. Programs rely on these names.
 *
 * @param version of Lectern
 * @param models names of the models that were bound; none where no model wrote anything
 * @param partial whether the run stopped before it was complete
 * @param seconds wall time of this invocation
 * @param documents how many were read; {@code skipped} are the files that were not
 * @param pages pages without a text layer, by file
 * @param tasks accepted samples by task kind
 * @param mix where a mix of task kinds was asked for, what came of each
 * @param languages accepted samples by language
 * @param variety accepted samples by how they were to be asked and answered: axis, value, rows
 * @param outputs the files written
 * @param lengths tokens per accepted sample
 * @param openings the commonest beginnings of instructions
 * @param caps shares that the recipe caps and that there was something to count under
 * @param examples a few accepted samples with their evidence in context
 * @param notes what a reader should know, in the user's language: why splits go by section, what a layout could not carry …
 * @param selection how documents were chosen, where they were
 */
public record RunReport(
        String version,
        String recipe,
        List<String> models,
        boolean partial,
        Samples samples,
        Calls calls,
        Tokens tokens,
        Cost cost,
        Total total,
        double seconds,
        long documents,
        List<Skipped> skipped,
        List<BarePages> pages,
        long passages,
        SortedMap<String, Long> tasks,
        List<MixShare> mix,
        SortedMap<String, Long> languages,
        SortedMap<String, SortedMap<String, Long>> variety,
        List<StageCount> stages,
        List<Output> outputs,
        Lengths lengths,
        List<Opening> openings,
        List<CapShare> caps,
        List<Example> examples,
        List<String> notes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<SelectionReport> selection) {
    public RunReport {
        selection = selection == null ? Optional.empty() : selection; // as have reports of earlier versions
        models = List.copyOf(models);
        total = total == null ? Total.NONE : total; // reports of earlier versions have none
        mix = mix == null ? List.of() : List.copyOf(mix);
        variety = Collections.unmodifiableSortedMap(variety == null ? new TreeMap<>() : new TreeMap<>(variety));
        skipped = List.copyOf(skipped);
        pages = List.copyOf(pages);
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
        stages = List.copyOf(stages);
        outputs = List.copyOf(outputs);
        openings = List.copyOf(openings);
        caps = caps == null ? List.of() : List.copyOf(caps);
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    /** What became of the samples; the keys of {@code dropped} are "stage-name: reason". */
    public record Samples(long accepted, SortedMap<String, Long> dropped, long held, long failed) {
        public Samples {
            dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        }

        public static Samples of(long accepted, Map<String, Long> dropped, long held, long failed) {
            return new Samples(accepted, new TreeMap<>(dropped), held, failed);
        }
    }

    /** Calls of models; {@code reused} were answered from replies already kept, {@code failed} never, {@code retried} on a later try. */
    public record Calls(long made, long reused, long failed, long retried) {
        public static final Calls NONE = new Calls(0, 0, 0, 0);
    }

    /** Tokens as the provider counted them; cached ones are part of the input. */
    public record Tokens(long input, long output, long cached) {
        public static final Tokens NONE = new Tokens(0, 0, 0);
    }

    /** What was paid; {@code known} is false where the price of some call is not, and then the amount is a lower bound. */
    public record Cost(BigDecimal amount, String currency, boolean known) {
        public static final Cost NOTHING = new Cost(BigDecimal.ZERO, "USD", true);

        /** An amount that is known. */
        public static Cost of(dev.lectern.model.Cost cost) {
            return new Cost(cost.amount(), cost.currency(), true);
        }

        /** The share of each of so many rows; nothing for none. */
        public Cost per(long rows) {
            BigDecimal share = rows == 0
                    ? BigDecimal.ZERO
                    : amount.divide(BigDecimal.valueOf(rows), 6, RoundingMode.HALF_UP)
                            .stripTrailingZeros();
            return new Cost(share.scale() < 0 ? share.setScale(0) : share, currency, known);
        }

        /** As people read it: two decimal places, more where the amount is small. */
        public String shown() {
            int places = amount.signum() == 0 || amount.compareTo(new BigDecimal("0.1")) >= 0
                    ? 2
                    : Math.min(6, amount.scale() - amount.precision() + 2);
            return amount.setScale(Math.max(2, places), RoundingMode.HALF_UP).toPlainString() + " " + currency;
        }
    }

    /**
     * What the run folder has taken, all invocations together; {@code calls}, {@code tokens} and {@code cost} are those of the last.
     *
     * @param calls requests over the wire: tries that failed, raised limits, repairs and probes are among them
     * @param guessed how many of the tokens a tokenizer counted here because the provider did not say
     */
    public record Total(long calls, Tokens tokens, long guessed, Cost cost) {
        public static final Total NONE = new Total(0, Tokens.NONE, 0, Cost.NOTHING);
    }

    /** A file that was not read, and why. */
    public record Skipped(String file, String reason) {}

    /** Pages of a file that have no text layer. */
    public record BarePages(String file, List<Integer> pages) {
        public BarePages {
            pages = List.copyOf(pages);
        }
    }

    /** The accounts of a stage: in + born = kept + dropped + held + failed. */
    public record StageCount(
            String name, long in, long born, long kept, long dropped, long held, long failed, double seconds) {}

    /** A histogram of tokens per sample: {@code counts[i]} samples have fewer than {@code below[i]} and not fewer than the one before. */
    public record Lengths(List<Integer> below, List<Long> counts, long total, int shortest, int median, int longest) {
        public static final Lengths NONE = new Lengths(List.of(), List.of(), 0, 0, 0, 0);

        public Lengths {
            below = List.copyOf(below);
            counts = List.copyOf(counts);
        }
    }

    /** How many instructions begin with these words. */
    public record Opening(String words, long count) {}

    /** A sample and the places in the documents that its answer rests on. */
    public record Example(Sample sample, List<Source> sources) {
        public Example {
            sources = List.copyOf(sources);
        }
    }

    /** A quote between the words around it. */
    public record Source(
            String uri,
            String title,
            List<String> headings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt page,
            String before,
            String quote,
            String after) {
        public Source {
            headings = List.copyOf(headings);
        }
    }
}
