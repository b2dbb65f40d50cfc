package dev.lectern.model;

import java.util.Set;

/** Embedders that run in this process. Found through {@link java.util.ServiceLoader}. */
public interface EmbedderProvider {
    /** What a user calls them: {@code minilm}. */
    Set<String> names();

    /**
     * Loads the model.
     *
     * @param name one of {@link #names}
     * @param where the option or setting that named it
     * @throws dev.lectern.check.ProblemsException if it cannot run on this machine
     */
    Embedder open(String name, String where);
}
