package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.nio.file.Path;

/** Opens the store of a run folder. Found through {@link java.util.ServiceLoader}. */
public interface ReplyStoreProvider {
    /** The file's name inside the run folder's {@code run}. */
    String FILE = "replies.db";

    /** @throws ProblemsException if there is a file and it can't be used: damaged, or of another version */
    ReplyStore open(Path file);

    /**
     * Opens a store only to read it, while another process may be writing to it.
     *
     * @throws ProblemsException if it can't be used: damaged, or of another version
     */
    ReplyStore look(Path file);
}
