package dev.lectern.adapters.store;

import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import java.nio.file.Path;

/** Opens SQLite files for whoever looks for a store that lasts. */
public final class SqliteReplyStoreProvider implements ReplyStoreProvider {
    @Override
    public ReplyStore open(Path file) {
        return SqliteReplyStore.open(file);
    }

    @Override
    public ReplyStore look(Path file) {
        return SqliteReplyStore.look(file);
    }
}
