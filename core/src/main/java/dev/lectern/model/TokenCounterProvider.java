package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.nio.file.Path;

/** Opens a {@code tokenizer.json}. Found through {@link java.util.ServiceLoader}. */
public interface TokenCounterProvider {
    /**
     * @param where the setting that named the file
     * @throws ProblemsException if there is no such file, or it is no tokenizer
     */
    TokenCounter open(Path file, String where);
}
