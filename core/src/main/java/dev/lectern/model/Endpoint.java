package dev.lectern.model;

import java.util.Optional;

/**
 * One way to a model.
 *
 * @param baseUrl address; empty for the provider's own
 * @param keyVariable environment variable that holds the key; empty for the provider's customary one
 */
public record Endpoint(Optional<String> baseUrl, Optional<String> keyVariable) {}
