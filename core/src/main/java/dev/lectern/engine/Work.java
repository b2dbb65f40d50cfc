package dev.lectern.engine;

import dev.lectern.sample.Outcome;
import dev.lectern.stage.Tools;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an engine needs to do a stage's work besides the samples.
 *
 * @param tools the tools of a stage, by its name in the recipe
 * @param witness hears of every sample that does not go on
 * @param before hears the name of a stage before its first sample comes; where stages are fused, of the first of them
 */
public record Work(
        Function<String, Tools> tools,
        Ledger ledger,
        Leavings leavings,
        Progress progress,
        Consumer<Outcome> witness,
        Consumer<String> before) {
    public Work(Function<String, Tools> tools, Ledger ledger, Leavings leavings, Progress progress) {
        this(tools, ledger, leavings, progress, stage -> {});
    }

    public Work(
            Function<String, Tools> tools,
            Ledger ledger,
            Leavings leavings,
            Progress progress,
            Consumer<String> before) {
        this(tools, ledger, leavings, progress, outcome -> {}, before);
    }

    void book(String stage, Outcome outcome) {
        ledger.book(stage, outcome);
        leavings.put(stage, outcome);
        if (!(outcome instanceof Outcome.Kept)) {
            witness.accept(outcome);
        }
    }

    /** The draw itself waits for a model, before there is a sample that could. */
    void waits(String draw, String reason) {
        ledger.waits(reason);
        leavings.waits(draw, reason);
    }

    /** The same work, and the witness hears of every sample that does not go on; called from many threads. */
    Work with(Consumer<Outcome> newWitness) {
        return new Work(tools, ledger, leavings, progress, newWitness, before);
    }
}
