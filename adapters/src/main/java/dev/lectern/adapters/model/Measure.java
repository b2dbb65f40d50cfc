package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a model finds of texts that it does not talk about: how servers are asked for it, and how it is read. Keeps nothing between calls. */
interface Measure {
    /** The path below the base URL; an address that ends with it stays as it is. */
    String path();

    /** What it finds, in the words of a fault: {@code vectors}. */
    String found();

    /** The ways to ask, the customary one first; the next is for servers that do not take the one before. */
    List<Map<String, Object>> ways(String model, List<String> messages);

    /** A line for each text; empty unless the body holds one figure for each. */
    Optional<String> read(JsonNode body, List<String> messages);

    /** Numbers in the order of their texts, a line for each; empty if one is missing. */
    static Optional<String> lines(double[] numbers) {
        return Arrays.stream(numbers).anyMatch(Double::isNaN)
                ? Optional.empty()
                : Optional.of(Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining("\n")));
    }
}
