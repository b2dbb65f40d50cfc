package dev.lectern.stage;

import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a round's samples come from. A record, like a stage.
 *
 * @param <M> its memory over the rounds, never saved
 */
public interface Draw<M> {
    M open(Tools tools);

    /** The samples of this round, from 0; empty when there is nothing left to draw. Reads an index: a round costs what it touches. */
    Stream<Sample> draw(M memory, int round, Tools tools);

    /** How many of so many passages it draws at the most in so many rounds: what a plan reckons with. */
    default long most(long passages, int rounds) {
        return passages;
    }

    /** Whether {@link #learn} wants to be told; most draws have nothing to learn, and collecting outcomes costs memory. */
    default boolean learns() {
        return false;
    }

    /** Every outcome of the round (kept, held, dropped, failed) in id order. */
    default void learn(M memory, List<Outcome> round, Tools tools) {}

    /** What a drawn sample has. */
    default Set<Trait> adds() {
        return Set.of();
    }

    default Set<Use> uses() {
        return Set.of(new Use.Documents());
    }
}
