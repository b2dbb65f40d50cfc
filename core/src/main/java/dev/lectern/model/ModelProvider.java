package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.util.List;
import java.util.Set;

/** Opens clients for the models of some providers. Found through {@link java.util.ServiceLoader}. */
public interface ModelProvider {
    /** What stands before the colon: {@code openai}. */
    Set<String> names();

    /**
     * Does no call.
     *
     * @param pool name of the pool that the model's setup gives, and so the base of its identity; empty text for one address
     * @param setup its endpoints; {@link ModelSetup#of} for a model named by its spec alone
     * @param where the option or setting that named the model
     * @return one client for each endpoint and key, at least one, all of the same identity
     * @throws ProblemsException if an address is none or a key is missing
     */
    List<ModelClient> open(ModelSpec spec, String pool, ModelSetup setup, ModelSettings settings, String where);
}
