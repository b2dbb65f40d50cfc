package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.text.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no store, no store of this layout, or a store in part: each is said, none is written over. */
class UnusableStoreTest {
    @TempDir
    Path folder;

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

    @Test
    void aFileCutShortIsFoundAtOnce() throws Exception {
        Path file = filled(folder.resolve("cut.db"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(Files.size(file) / 2);
        }
        assertThatThrownBy(() -> SqliteReplyStore.open(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("it is damaged");
    }

    @Test
    void rubbishInThePageOfTheLastRepliesIsFoundAtOnce() throws Exception {
        Path file = filled(folder.resolve("rubbish.db"));
        overwrite(file, Files.size(file) - 3 * 8192, 3 * 8192);
        assertThatThrownBy(() -> SqliteReplyStore.open(file))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("it is damaged");
    }

    @Test
    void rubbishInAMiddlePageIsAnErrorForWhoReadsThereAndForNobodyElse() throws Exception {
        Path file = filled(folder.resolve("middle.db"));
        overwrite(file, Files.size(file) / 2 / 8192 * 8192, 8192);
        int broken = 0;
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            for (int i = 0; i < 2000; i++) {
                Reply reply = lengthy(i);
                try {
                    assertThat(store.find(reply.key())).contains(reply);
                } catch (UncheckedIOException e) {
                    assertThat(e).hasMessageContaining("bring back a copy of the folder");
                    broken++;
                }
            }
        }
        assertThat(broken).isBetween(1, 200);
    }

    @Test
    void aStoreOfTheOldLayoutIsBroughtUpToDateAndTheOldFileStays() throws Exception {
        Path file = folder.resolve("old.db");
        Reply reply = ReplyStoreContract.reply("q", "{\"body\":\"a\"}");
        sql(file, """
                create table reply(
                  n integer primary key, key blob not null, kind text not null, asked blob not null, answer blob not null,
                  answered_by text not null, tokens_in integer not null, tokens_out integer not null,
                  tokens_cached integer not null, cost_micros integer not null, at integer not null)
                """);
        sql(file, "create unique index reply_key on reply(key)");
        sql(file, "pragma application_id = " + 0x4c63746e);
        sql(file, "pragma user_version = 1");
        sql(
                file,
                "insert into reply(key, kind, asked, answer, answered_by, tokens_in, tokens_out, tokens_cached,"
                        + " cost_micros, at) values(x'" + reply.key().substring(0, 32) + "', 'chat', x'"
                        + deflated(reply.asked().text()) + "', x'" + deflated(reply.answer())
                        + "', 'tester', 10, 5, 2, -1, "
                        + reply.at().toEpochMilli() + ")");
        assertThatThrownBy(() -> SqliteReplyStore.look(file)).hasMessageContaining("older layout 1");
        for (int time = 0; time < 2; time++) {
            try (ReplyStore store = SqliteReplyStore.open(file)) {
                assertThat(store.find(reply.key())).hasValueSatisfying(kept -> {
                    assertThat(kept.asked()).isEqualTo(reply.asked());
                    assertThat(kept.answer()).isEqualTo(reply.answer());
                    assertThat(kept.cost()).isEqualTo(Cost.UNKNOWN);
                    assertThat(kept.at()).isEqualTo(reply.at());
                });
                assertThat(store.spent().usage()).isEqualTo(reply.usage());
                assertThat(store.count("chat")).isEqualTo(1);
            }
        }
        assertThat(folder).isDirectoryContaining("glob:**/old.db-layout-1").isDirectoryNotContaining("glob:**-new*");
    }

    private static String deflated(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static Path filled(Path file) {
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            store.put(lengthy(0));
            // In one order, so that each page has the same in it whenever this runs.
            store.putAll(IntStream.range(1, 2000)
                    .mapToObj(UnusableStoreTest::lengthy)
                    .toList());
        }
        return file;
    }

    private static Reply lengthy(int i) {
        return ReplyStoreContract.reply(
                "question " + i, Hash.sha256("answer " + i).repeat(3) + Hash.sha256("more " + i));
    }

    private static void overwrite(Path file, long from, int bytes) throws IOException {
        byte[] rubbish = new byte[bytes];
        Arrays.fill(rubbish, (byte) 0x5a);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(rubbish), from);
        }
    }

    private static void sql(Path file, String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
