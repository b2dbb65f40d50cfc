package dev.lectern.model;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model that a project sets up under a name of its own, in {@code lectern.yaml} under {@code models}; the name then stands wherever
 * a SPEC may. With several endpoints it is a pool, and the name is part of its calls' identity instead of an address.
 *
 * @param spec {@code provider:name}
 * @param endpoints ways to it; none for the provider's own
 * @param concurrency calls in flight at most, over all its endpoints
 * @param requestsPerMinute per endpoint
 * @param tokensPerMinute per endpoint
 * @param fallback specs or names that stand in while it can't be reached, in this order
 * @param parameters temperature, top_p, max_tokens, thinking … for all its calls
 * @param tokenizer a {@code tokenizer.json} that counts as the model does
 * @param inputCost price of a million input tokens, decimal text with an optional currency; empty for the table's
 * @param outputCost price of a million output tokens
 * @param quirks what it wants different, where that is known
 */
public record ModelSetup(
        String spec,
        List<Endpoint> endpoints,
        OptionalInt concurrency,
        OptionalLong requestsPerMinute,
        OptionalLong tokensPerMinute,
        List<String> fallback,
        SortedMap<String, Object> parameters,
        Optional<Path> tokenizer,
        Optional<String> inputCost,
        Optional<String> outputCost,
        Set<Quirk> quirks) {
    public ModelSetup {
        endpoints = List.copyOf(endpoints);
        fallback = List.copyOf(fallback);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        quirks = Set.copyOf(quirks);
    }

    /** A model as its spec alone says. */
    public static ModelSetup of(String spec) {
        return new ModelSetup(
                spec,
                List.of(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }
}
