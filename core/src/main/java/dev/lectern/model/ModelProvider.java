package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.util.Set;

/** Opens clients for the models of some providers. Found through {@link java.util.ServiceLoader}. */
public interface ModelProvider {
    /** What stands before the colon: {@code openai}. */
    Set<String> names();

    /**
     * Does no call.
     *
     * @param where the option or setting that named the model
     * @throws ProblemsException if the address is none or a key is missing
     */
    ModelClient open(ModelSpec spec, ModelSettings settings, String where);
}
