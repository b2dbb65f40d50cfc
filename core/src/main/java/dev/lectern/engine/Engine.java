package dev.lectern.engine;

import dev.lectern.sample.Sample;
import dev.lectern.stage.Entries;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.PerSample;
import java.util.List;
import java.util.stream.Stream;

/**
 * How flows of samples are worked on: on this machine, or on a cluster. Results never depend on threads, partitions or arrival.
 *
 * @param <F> a flow of samples, in no order until it is sorted
 */
public interface Engine<F> {
    F of(Stream<Sample> samples);

    /** Sends every sample through all the stages; books every outcome. */
    F perSample(F in, List<Named<PerSample>> fused, Work work);

    /** Stand-ins for all samples, best first. */
    <E> List<E> entries(F in, Named<? extends Entries<E>> stage, Work work);

    /**
     * Rulings of the stage over all groups of two or more.
     *
     * @param before entries the stage let through in earlier rounds: they rank before all others and are never ruled on
     */
    <E> Rulings perGroup(List<E> bestFirst, List<E> before, PerGroup<E> stage);

    <S> S survey(F in, PerDataset<S> stage);

    /** Applies what was ruled; books every outcome under the stage's name. */
    F rule(F in, String stage, Rulings rulings, Work work);

    long size(F flow);

    /** Samples in the order of (round, batch, order, id) where batches are placed, else by id; close the stream. */
    Stream<Sample> sorted(F flow);

    /** The flow is not needed any more. */
    void forget(F flow);
}
