package dev.lectern.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a sample comes from.
 *
 * @param recipe name of the recipe that made it
 * @param seed id of the seed it grew from
 * @param parents ids of the samples it was born from, nearest last
 * @param calls keys of the replies that went into it, in the order they were asked
 * @param round round that drew it, from 0; batch and order are its place where a recipe builds batches
 */
public record Lineage(
        String recipe,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> seed,
        List<String> parents,
        List<String> calls,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt round,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt batch,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt order) {
    public Lineage {
        parents = List.copyOf(parents);
        calls = List.copyOf(calls);
    }

    public static Lineage of(String recipe) {
        return new Lineage(
                recipe,
                Optional.empty(),
                List.of(),
                List.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    public Lineage withSeed(String id) {
        return new Lineage(recipe, Optional.of(id), parents, calls, round, batch, order);
    }

    public Lineage withCall(String key) {
        return new Lineage(recipe, seed, parents, plus(calls, key), round, batch, order);
    }

    public Lineage withParent(String id) {
        return new Lineage(recipe, seed, plus(parents, id), calls, round, batch, order);
    }

    public Lineage withRound(int newRound) {
        return new Lineage(recipe, seed, parents, calls, OptionalInt.of(newRound), batch, order);
    }

    public Lineage withPlace(int newBatch, int newOrder) {
        return new Lineage(recipe, seed, parents, calls, round, OptionalInt.of(newBatch), OptionalInt.of(newOrder));
    }

    private static List<String> plus(List<String> list, String last) {
        List<String> more = new ArrayList<>(list);
        more.add(last);
        return more;
    }
}
