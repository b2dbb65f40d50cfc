package dev.lectern.model;

import dev.lectern.text.CanonicalJson;
import dev.lectern.text.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The identity of a call: what was asked of whom, never which code asked or when. The schema counts as a parameter, as the stage
 * gave it: how a model is brought to keep to it (schema, JSON mode, plain words) is no part of the question.
 *
 * @param hash SHA-256 of {@code asked}, 64 hex digits
 * @param asked the request in canonical JSON
 */
public record CallKey(String hash, String asked) {
    public static CallKey of(ModelId model, ChatRequest request) {
        return of(model, request, 0);
    }

    /**
     * @param retry which draw: 0 for the first; a further one is asked for by retiring the reply of the one before
     */
    public static CallKey of(ModelId model, ChatRequest request, int retry) {
        return of(model, request, retry, Map.of());
    }

    /** @param besides what else makes this call this call: that a number is wanted, and no answer */
    public static CallKey of(ModelId model, ChatRequest request, int retry, Map<String, String> besides) {
        Map<String, Object> parameters = new TreeMap<>(request.parameters());
        request.schema()
                .ifPresent(schema ->
                        parameters.put("response_format", Map.of("type", "json_schema", "json_schema", schema)));
        Map<String, Object> asked = new TreeMap<>(Map.of(
                "provider", model.provider(),
                "base", model.base(),
                "model", model.name(),
                "parameters", parameters,
                "messages", request.messages(),
                "attempt", request.attempt()));
        asked.putAll(besides);
        if (retry > 0) {
            asked.put("retry", retry);
        }
        return of(asked);
    }

    /** The identity of whatever else is bought: a probe, a search, an embedding. */
    public static CallKey of(Map<String, ?> request) {
        return hashed(CanonicalJson.write(request));
    }

    /** The identity of a request that is in canonical JSON already. */
    public static CallKey hashed(String asked) {
        return new CallKey(Hash.sha256(asked.getBytes(StandardCharsets.UTF_8)), asked);
    }
}
