package dev.lectern.adapters.store;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.Usage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file's layout, version 2: one table, rows appended by number, found through a narrow index on the first 16 bytes of the key
 * (128 bits: no two of 10^9 replies meet). The full key is the hash of {@code asked}. Bodies are deflated UTF-8, money is whole micros.
 */
final class ReplyFile {
    private static final int VERSION = 2;

    /** "Lctn", so that no other program's database is taken for ours. */
    private static final int APPLICATION = 0x4c63746e;

    private static final String TABLE = """
            create table reply(
              n integer primary key, key blob not null, kind text not null, asked blob not null, answer blob not null,
              answered_by text not null, tokens_in integer not null, tokens_out integer not null,
              tokens_cached integer not null, tokens_guessed integer not null, cost_micros integer not null,
              currency text not null, calls integer not null, millis integer not null, retired integer not null,
              at integer not null)
            """;
    static final String INSERT = """
            insert into reply(key, kind, asked, answer, answered_by, tokens_in, tokens_out, tokens_cached,
              tokens_guessed, cost_micros, currency, calls, millis, retired, at)
            values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict(key) do nothing
            """;
    private static final String FIND = """
            select kind, asked, answer, answered_by, tokens_in, tokens_out, tokens_cached, tokens_guessed, cost_micros,
              currency, calls, millis, retired, at
            from reply where key = ?
            """;

    private ReplyFile() {}

    /** Opens or makes the file. @throws ProblemsException if it is damaged or not ours to read */
    static Connection open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ProblemsException(
                    "the folder cannot be made: " + e.getMessage(), file.toString(), "choose another with -o");
        }
        try {
            Connection connection = connect(file);
            try {
                prepare(connection, file);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new ProblemsException(
                    "the store of replies cannot be opened: " + e.getMessage(),
                    file.toString(),
                    "it is damaged, or no file of Lectern's: bring back a copy of the folder, or move this file away"
                            + " (what it holds would be asked and paid for again)");
        }
    }

    static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement sql = connection.createStatement()) {
            sql.execute("pragma busy_timeout = 20000");
            sql.execute("pragma journal_mode = wal");
            // A reply that was reported as kept must outlive a power cut as well.
            sql.execute("pragma synchronous = full");
        }
        return connection;
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("begin immediate");
            long version = number(sql, "pragma user_version");
            if (version == 0 && number(sql, "select count(*) from sqlite_master") == 0) {
                sql.execute(TABLE);
                sql.execute("create unique index reply_key on reply(key)");
                sql.execute("pragma application_id = " + APPLICATION);
                sql.execute("pragma user_version = " + VERSION);
            } else if (number(sql, "pragma application_id") != APPLICATION) {
                sql.execute("rollback");
                throw new ProblemsException(
                        "this is a database, but not a store of replies",
                        file.toString(),
                        "choose another folder with -o");
            } else if (version != VERSION) {
                sql.execute("rollback");
                throw new ProblemsException(
                        "the store of replies has layout " + version + ", this version of Lectern reads layout "
                                + VERSION,
                        file.toString(),
                        "use the version that wrote it, or build into another folder");
            }
            sql.execute("commit");
            number(sql, "select count(*) from (select n from reply order by n desc limit 1)");
        }
    }

    static Optional<Reply> find(Connection connection, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setBytes(1, shortKey(key));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Reply read(ResultSet row) throws SQLException {
        String asked = inflated(row.getBytes(2));
        return new Reply(
                CallKey.hashed(asked).hash(),
                row.getString(1),
                asked,
                inflated(row.getBytes(3)),
                row.getString(4),
                new Usage(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)),
                new Cost(row.getLong(9), row.getString(10)),
                row.getInt(11),
                row.getLong(12),
                row.getBoolean(13),
                Instant.ofEpochMilli(row.getLong(14)));
    }

    static void insert(PreparedStatement insert, Reply reply) throws SQLException {
        insert.setBytes(1, shortKey(reply.key()));
        insert.setString(2, reply.kind());
        insert.setBytes(3, deflated(reply.asked()));
        insert.setBytes(4, deflated(reply.answer()));
        insert.setString(5, reply.answeredBy());
        insert.setLong(6, reply.usage().input());
        insert.setLong(7, reply.usage().output());
        insert.setLong(8, reply.usage().cached());
        insert.setLong(9, reply.usage().guessed());
        insert.setLong(10, reply.cost().micros());
        insert.setString(11, reply.cost().currency());
        insert.setInt(12, reply.calls());
        insert.setLong(13, reply.millis());
        insert.setBoolean(14, reply.retired());
        insert.setLong(15, reply.at().toEpochMilli());
        insert.executeUpdate();
    }

    static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static byte[] shortKey(String key) {
        return HexFormat.of().parseHex(key, 0, 32);
    }

    private static byte[] deflated(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private static String inflated(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept reply is damaged", e);
        }
    }
}
