package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplyStoreTest extends ReplyStoreContract {
    private final Path folder;

    SqliteReplyStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected ReplyStore open() {
        return SqliteReplyStore.open(folder.resolve("contract/run/replies.db"));
    }

    @Test
    void theFileAloneIsTheStoreOnceItIsClosed() throws IOException {
        Path file = folder.resolve("one/replies.db");
        Reply reply = reply("q", "a");
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            store.put(reply);
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Path copy = Files.copy(file, folder.resolve("copy.db"));
        try (ReplyStore store = SqliteReplyStore.open(copy)) {
            assertThat(store.find(reply.key())).contains(reply);
        }
    }

    @Test
    void anotherReaderSeesWhatWasKeptWhileTheWriterIsOpen() {
        Path file = folder.resolve("shared.db");
        Reply reply = reply("q", "a");
        try (ReplyStore writer = SqliteReplyStore.open(file);
                ReplyStore reader = SqliteReplyStore.open(file)) {
            writer.put(reply);
            assertThat(reader.find(reply.key())).contains(reply);
        }
    }

    @Test
    void aDamagedFileIsNamedWithWhatToDo() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.db"), "this is no database at all, and never was one");
        assertThatThrownBy(() -> SqliteReplyStore.open(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("damaged.db")
                .hasMessageContaining("cannot be opened");
        assertThat(file).content().startsWith("this is no database");
    }

    @Test
    void aStoreOfAnotherVersionIsLeftAlone() throws Exception {
        Path file = folder.resolve("newer.db");
        SqliteReplyStore.open(file).close();
        sql(file, "pragma user_version = 7");
        assertThatThrownBy(() -> SqliteReplyStore.open(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("layout 7");
    }

    @Test
    void anotherProgramsDatabaseIsLeftAlone() throws Exception {
        Path file = folder.resolve("other.db");
        sql(file, "create table bookmarks(url text)");
        assertThatThrownBy(() -> SqliteReplyStore.open(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("not a store of replies");
    }

    private static void sql(Path file, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
