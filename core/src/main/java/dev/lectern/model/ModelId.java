package dev.lectern.model;

import java.util.Comparator;

/**
 * Which model is meant, as far as a request's identity goes.
 *
 * @param provider openai, anthropic …
 * @param base name of the pool, or else the base URL; slashes at its end mean nothing and are taken off
 * @param name the model's name at that provider
 */
public record ModelId(String provider, String base, String name) {
    /** By provider, then address, then name. */
    public static final Comparator<ModelId> ORDER =
            Comparator.comparing(ModelId::provider).thenComparing(ModelId::base).thenComparing(ModelId::name);

    public ModelId {
        while (base.endsWith("/")) {
            base = base.substring(0, base.length() - 1);
        }
    }
}
