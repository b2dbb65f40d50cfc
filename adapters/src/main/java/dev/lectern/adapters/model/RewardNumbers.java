package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the one number that a reward is; several numbers, or one that is not finite, are none. */
final class RewardNumbers {
    /** What NVIDIA recommends to make one number of five: the model card of Nemotron-4-340B-Reward. */
    private static final Map<String, Double> WEIGHTS =
            Map.of("helpfulness", 0.3, "correctness", 0.74, "coherence", 0.46, "complexity", 0.47, "verbosity", -0.33);

    private static final Pattern NAMED =
            Pattern.compile("([A-Za-z_]+)\\s*[:=]\\s*(-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");
    private static final Pattern ALONE = Pattern.compile("\\s*-?\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?\\s*");

    private RewardNumbers() {}

    /** A number, a list of one, or a list with a list of one for each token, of which the last says it. */
    static Optional<Double> only(JsonNode node) {
        if (node.isArray() && node.size() == 1) {
            return only(node.path(0));
        } else if (node.isArray() && !node.isEmpty() && node.path(0).isArray()) {
            return only(node.path(node.size() - 1));
        }
        return node.isNumber() ? Optional.of(node.asDouble()).filter(Double::isFinite) : Optional.empty();
    }

    /** {@code reward:-3.2} or five attributes, as text or as logarithms of probabilities that are none. */
    static Optional<Double> ofCompletion(JsonNode body) {
        JsonNode choice = body.path("choices").path(0);
        Map<String, Double> named = new TreeMap<>();
        for (JsonNode token : choice.path("logprobs").path("content")) {
            if (token.path("logprob").isNumber()) {
                named.put(token.path("token").asText(), token.path("logprob").asDouble());
            }
        }
        Optional<Double> bySideChannel = ofNames(named);
        if (bySideChannel.isPresent()) {
            return bySideChannel;
        }
        JsonNode message = choice.path("message");
        String text =
                (message.isArray() ? message.path(0) : message).path("content").asText("");
        if (ALONE.matcher(text).matches()) {
            return finite(text.strip());
        }
        Matcher each = NAMED.matcher(text);
        while (each.find()) {
            finite(each.group(2)).ifPresent(number -> named.put(each.group(1), number));
        }
        return ofNames(named);
    }

    private static Optional<Double> ofNames(Map<String, Double> named) {
        Optional<Double> whole = Optional.ofNullable(named.get("reward"));
        if (whole.isPresent() || !named.keySet().containsAll(WEIGHTS.keySet())) {
            return whole.filter(Double::isFinite);
        }
        double sum = 0;
        for (Map.Entry<String, Double> weight : new TreeMap<>(WEIGHTS).entrySet()) {
            sum += weight.getValue() * named.getOrDefault(weight.getKey(), 0.0);
        }
        return Optional.of(sum).filter(Double::isFinite);
    }

    private static Optional<Double> finite(String number) {
        return Optional.of(Double.parseDouble(number)).filter(Double::isFinite);
    }
}
