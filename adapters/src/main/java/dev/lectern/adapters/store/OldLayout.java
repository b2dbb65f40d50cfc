package dev.lectern.adapters.store;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.zip.DataFormatException;

/** Brings a file of layout 1 up to date: a new file is written aside and put in its place; the old one stays beside it. */
final class OldLayout {
    private static final int PER_COMMIT = 2_000;
    private static final byte[] NONE = {};

    private OldLayout() {}

    static boolean isOld(Path file) throws SQLException {
        if (!Files.exists(file)) {
            return false;
        }
        try (Connection old = StoreFile.connect(file, false);
                Statement sql = old.createStatement()) {
            return Layout.version(sql, file) == 1;
        }
    }

    /** @throws ProblemsException if there is no room for a second file, or the old one is damaged */
    static void bringUp(Path file) throws SQLException {
        Path aside = file.resolveSibling(file.getFileName() + "-new");
        try {
            Files.deleteIfExists(aside);
            copy(file, aside);
            Files.copy(file, backup(file), StandardCopyOption.REPLACE_EXISTING);
            // Whenever this ends before its time, one whole store stands under the name.
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | DataFormatException e) {
            throw new ProblemsException(
                    "the store of replies has an older layout and could not be brought up to date: " + e.getMessage(),
                    file.toString(),
                    "make room on the disk, or bring back a copy of the folder");
        }
    }

    static Path backup(Path file) {
        return file.resolveSibling(file.getFileName() + "-layout-1");
    }

    private static void copy(Path from, Path to) throws SQLException, DataFormatException {
        Patterns patterns = new Patterns();
        try (Connection old = StoreFile.connect(from, false);
                Statement select = old.createStatement();
                Packer packer = new Packer();
                StoreWriter writer = new StoreWriter(StoreFile.write(to), patterns)) {
            // The old journal must be in the old file before that is copied.
            Layout.number(select, "pragma wal_checkpoint(truncate)");
            writer.begin();
            int copied = 0;
            try (ResultSet row = select.executeQuery("select kind, asked, answer, answered_by, tokens_in, tokens_out,"
                    + " tokens_cached, at from reply order by n")) {
                while (row.next()) {
                    writer.put(new Row(read(row, packer), packer, patterns));
                    if (++copied % PER_COMMIT == 0) {
                        writer.commit();
                        writer.begin();
                    }
                }
            }
            writer.commit();
            writer.settle();
        }
    }

    /** Layout 1 knew of no prices and counted no tries: a reply took one. */
    private static Reply read(ResultSet row, Packer packer) throws SQLException, DataFormatException {
        String asked = packer.unpacked(row.getBytes(2), NONE);
        return Reply.to(
                CallKey.hashed(asked),
                row.getString(1),
                packer.unpacked(row.getBytes(3), NONE),
                row.getString(4),
                new Usage(row.getLong(5), row.getLong(6), row.getLong(7)),
                Cost.UNKNOWN,
                1,
                0,
                Instant.ofEpochMilli(row.getLong(8)));
    }
}
