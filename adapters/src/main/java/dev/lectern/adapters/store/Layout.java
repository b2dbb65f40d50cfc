package dev.lectern.adapters.store;

import dev.lectern.check.ProblemsException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the file holds, layout 2. Replies are appended by number and found through a narrow index on the first 16 bytes of the key (128
 * bits: no two of 10^9 replies meet); the full key is the hash of what was asked. Texts are deflated UTF-8, money is whole micros.
 * {@code total} has the sums that would else need a scan, written in the same transaction as the replies they count.
 */
final class Layout {
    static final int VERSION = 2;

    /** "Lctn", so that no other program's database is taken for ours. */
    static final int APPLICATION = 0x4c63746e;

    /** Rows of some 1.2 KB leave less of a page unused than with 4 KiB; larger pages would make every insert into the index dearer. */
    static final int PAGE = 8192;

    private static final String[] TABLES = {
        // packed_like: the reply whose texts are the dictionary of this one's; 0 for none. kin: see Sketch.
        """
        create table reply(
          n integer primary key, key blob not null, kind text not null, kin blob not null, retired integer not null,
          at integer not null, answered_by text not null, tokens_in integer not null, tokens_out integer not null,
          tokens_cached integer not null, tokens_guessed integer not null, cost_micros integer not null,
          currency text not null, calls integer not null, millis integer not null, packed_like integer not null,
          asked blob not null, answer blob not null)
        """,
        "create unique index reply_key on reply(key)",
        "create table total(name text primary key, amount integer not null) without rowid",
        "create table pattern(head integer primary key, n integer not null)",
        // Where each invocation began, so that what it asked anew can be told from what it found.
        "create table invocation(first integer primary key, at integer not null)",
    };

    private Layout() {}

    /** The version that the file's header gives; 0 for an empty file. @throws ProblemsException if it is another program's */
    static int version(Statement sql, Path file) throws SQLException {
        int version = (int) number(sql, "pragma user_version");
        if (version == 0 && number(sql, "select count(*) from sqlite_master") == 0) {
            return 0;
        }
        if (number(sql, "pragma application_id") != APPLICATION) {
            throw new ProblemsException(
                    "this is a database, but not a store of replies", file.toString(), "choose another folder with -o");
        }
        return version;
    }

    static void make(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            for (String table : TABLES) {
                sql.execute(table);
            }
            sql.execute("pragma application_id = " + APPLICATION);
            sql.execute("pragma user_version = " + VERSION);
        }
    }

    static long number(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
