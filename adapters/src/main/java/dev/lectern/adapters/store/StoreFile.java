package dev.lectern.adapters.store;

import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;

/** Opens the file, and says in words what is wrong with it where it can't be opened. */
final class StoreFile {
    private static final String PAID_AGAIN = "(what it holds would be asked and paid for again)";

    private StoreFile() {}

    /**
     * Opens the file for writing, makes it if there is none, and brings an older layout up to date.
     *
     * @throws ProblemsException if it is damaged or not ours to write
     */
    static Connection write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new ProblemsException(
                    "the folder cannot be made: " + e.getMessage(), file.toString(), "choose another with -o");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new ProblemsException(
                    "the store of replies may only be read, so no reply could be kept",
                    file.toString(),
                    "allow writing to it, or copy the folder to where you may write");
        }
        try {
            if (OldLayout.isOld(file)) {
                OldLayout.bringUp(file);
            }
            Connection connection = connect(file, false);
            try (Statement sql = connection.createStatement()) {
                sql.execute("pragma page_size = " + Layout.PAGE);
                sql.execute("pragma journal_mode = wal");
                // A commit outlives the program; that it outlives a power cut as well is the affair of GroupCommit.
                sql.execute("pragma synchronous = normal");
                sql.execute("pragma wal_autocheckpoint = 4000");
                prepare(connection, sql, file);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    /**
     * Opens a file for reading only; another process may be writing to it.
     *
     * @throws ProblemsException if it is damaged or not of this layout
     */
    static Connection look(Path file) {
        try {
            Connection connection = connect(file, true);
            try (Statement sql = connection.createStatement()) {
                if (Layout.version(sql, file) == 1) {
                    throw new ProblemsException(
                            "the store of replies has the older layout 1",
                            file.toString(),
                            "run the build into this folder once more: it brings the store up to date");
                }
                sameVersion(sql, file);
                return connection;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unusable(file, e);
        }
    }

    /** One more connection to a file that is open already. */
    static Connection connect(Path file, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        config.setReadOnly(readOnly);
        config.setBusyTimeout(20_000);
        config.setCacheSize(-16_000);
        return config.createConnection("jdbc:sqlite:" + address(file, readOnly));
    }

    /** In a folder where nothing may be written, a closed store can be read only if SQLite is told that nobody writes. */
    private static String address(Path file, boolean readOnly) {
        boolean closed = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        return readOnly && closed && !Files.isWritable(file.toAbsolutePath().getParent())
                ? file.toUri().toString().replaceFirst("^file:/+", "file:///") + "?immutable=1"
                : file.toString();
    }

    private static void prepare(Connection connection, Statement sql, Path file) throws SQLException {
        sql.execute("begin immediate");
        try {
            if (Layout.version(sql, file) == 0) {
                Layout.make(connection);
            }
            sameVersion(sql, file);
            sql.execute("insert into invocation select coalesce(max(n), 0) + 1, "
                    + "cast(strftime('%s', 'now') as integer) * 1000 from reply where true on conflict do nothing");
            sql.execute("commit");
        } catch (SQLException | RuntimeException e) {
            sql.execute("rollback");
            throw e;
        }
    }

    private static void sameVersion(Statement sql, Path file) throws SQLException {
        int version = Layout.version(sql, file);
        if (version != Layout.VERSION) {
            throw new ProblemsException(
                    "the store of replies has layout " + version + ", this version of Lectern reads layout "
                            + Layout.VERSION,
                    file.toString(),
                    "use the version that wrote it, or build into another folder");
        }
    }

    static ProblemsException unusable(Path file, SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException own ? own.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return new ProblemsException(
                "the store of replies cannot be opened: " + said(e),
                file.toString(),
                switch (code) {
                    case SQLITE_BUSY -> "another program holds it: wait for it, or end it";
                    case SQLITE_FULL -> "make room on the disk, then run again";
                    default ->
                        "it is damaged, or no file of Lectern's: bring back a copy of the folder, or move this file away "
                                + PAID_AGAIN;
                });
    }

    /** What went wrong with a file that is open, and what to do where it is damaged. */
    static UncheckedIOException broken(String what, SQLException e) {
        boolean damaged =
                e instanceof SQLiteException own && own.getResultCode().name().startsWith("SQLITE_CORRUPT");
        String fix = damaged ? "; bring back a copy of the folder, or move run/replies.db away " + PAID_AGAIN : "";
        String message = what + ": " + said(e) + fix;
        return new UncheckedIOException(message, new IOException(message, e));
    }

    /** What the database says, without its own name for it, which it says twice. */
    private static String said(SQLException e) {
        String message = Optional.ofNullable(e.getMessage()).orElse("no reason given");
        return message.replaceFirst("^\\[SQLITE_\\w+]\\s*", "").replaceFirst("(.+?) \\(\\1\\)$", "$1");
    }
}
