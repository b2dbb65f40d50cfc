package dev.lectern.adapters.store;

import dev.lectern.model.Asked;
import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;

/** Reads replies over one connection, for one thread at a time. Statements are prepared once; that is most of a look-up's time. */
final class StoreReader implements AutoCloseable {
    private static final String COLUMNS = """
            select n, kind, retired, at, answered_by, tokens_in, tokens_out, tokens_cached, tokens_guessed, cost_micros,
              currency, calls, millis, packed_like, asked, answer from reply
            """;

    private final Connection connection;
    private final boolean own;
    private final Patterns patterns;
    private final Packer packer = new Packer();
    private final PreparedStatement byKey;
    private final PreparedStatement byNumber;

    /** Reads over a connection that others go on to use. */
    static StoreReader over(Connection connection, Patterns patterns) throws SQLException {
        return new StoreReader(connection, patterns, false);
    }

    /** A reply and where it stands. */
    record Numbered(long n, Reply reply) {}

    /** Has a connection of its own, and closes it. */
    StoreReader(Connection connection, Patterns patterns) throws SQLException {
        this(connection, patterns, true);
    }

    private StoreReader(Connection connection, Patterns patterns, boolean own) throws SQLException {
        this.connection = connection;
        this.own = own;
        this.patterns = patterns;
        this.byKey = connection.prepareStatement(COLUMNS + "where key = ?");
        this.byNumber = connection.prepareStatement(COLUMNS + "where n = ?");
    }

    Optional<Reply> find(String key) throws SQLException {
        byKey.setBytes(1, shortKey(key));
        try (ResultSet row = byKey.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Patterns.Pattern like = pattern(row.getLong(14));
            return Optional.of(read(row, key, later(row.getLong(1), row.getBytes(15), like.asked()), like));
        }
    }

    Optional<Numbered> at(long n) throws SQLException {
        byNumber.setLong(1, n);
        try (ResultSet row = byNumber.executeQuery()) {
            return row.next() ? Optional.of(read(row)) : Optional.empty();
        }
    }

    /** Replies of a kind beyond a number, in order. */
    List<Numbered> page(String kind, long after, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(COLUMNS + "where n > ? and kind = ? order by n limit ?")) {
            select.setLong(1, after);
            select.setString(2, kind);
            select.setInt(3, most);
            List<Numbered> page = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    page.add(read(row));
                }
            }
            return page;
        }
    }

    /** Reads the replies kept last: damage at the end of a file shows here. */
    void lookAtTheLast(int most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "order by n desc limit " + most);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read(row);
            }
        }
    }

    /** The sums by their names; {@link StoreWriter} says which. */
    SortedMap<String, Long> totals() throws SQLException {
        SortedMap<String, Long> totals = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("select name, amount from total");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                totals.put(row.getString(1), row.getLong(2));
            }
        }
        return totals;
    }

    void loadPatterns() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select head, n from pattern");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long head = row.getLong(1);
                at(row.getLong(2)).ifPresent(r -> patterns.add(head, Patterns.Pattern.of(r.n(), r.reply())));
            }
        }
    }

    /** Numbers of replies that invocations before this reply's bought, those with the likest sketch first. */
    List<Long> earlierLike(Reply reply, int most) throws SQLException {
        byte[] kin = Sketch.of(reply.asked().text());
        Comparator<long[]> leastFirst =
                Comparator.<long[]>comparingLong(found -> found[0]).thenComparingLong(found -> found[1]);
        PriorityQueue<long[]> likest = new PriorityQueue<>(leastFirst);
        try (PreparedStatement select = connection.prepareStatement("select n, kin from reply where kind = ? and n <"
                + " (select max(first) from invocation where first <= (select n from reply where key = ?))")) {
            select.setString(1, reply.kind());
            select.setBytes(2, shortKey(reply.key()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    likest.add(new long[] {Sketch.agree(kin, row.getBytes(2)), row.getLong(1)});
                    if (likest.size() > most) {
                        likest.remove();
                    }
                }
            }
        }
        return likest.stream()
                .sorted(leastFirst.reversed())
                .map(found -> found[1])
                .toList();
    }

    /** The reply of a row whose key only what was asked tells. */
    private Numbered read(ResultSet row) throws SQLException {
        Patterns.Pattern like = pattern(row.getLong(14));
        String asked = unpacked(row, 15, like.asked());
        return new Numbered(row.getLong(1), read(row, CallKey.hashed(asked).hash(), Asked.of(asked), like));
    }

    private Reply read(ResultSet row, String key, Asked asked, Patterns.Pattern like) throws SQLException {
        return new Reply(
                key,
                row.getString(2),
                asked,
                unpacked(row, 16, like.answer()),
                row.getString(5),
                new Usage(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9)),
                new Cost(row.getLong(10), row.getString(11)),
                row.getInt(12),
                row.getLong(13),
                row.getBoolean(3),
                Instant.ofEpochMilli(row.getLong(4)));
    }

    private String unpacked(ResultSet row, int column, byte[] like) throws SQLException {
        try {
            return packer.unpacked(row.getBytes(column), like);
        } catch (DataFormatException e) {
            throw damaged(row.getLong(1), e);
        }
    }

    /** Unpacks what was asked once somebody reads it, who may be another thread than this reader's. */
    private static Asked later(long n, byte[] asked, byte[] like) {
        return Asked.packed(() -> {
            try (Packer packer = new Packer()) {
                return packer.unpacked(asked, like);
            } catch (DataFormatException e) {
                throw damaged(n, e);
            }
        });
    }

    private static UncheckedIOException damaged(long n, DataFormatException e) {
        return new UncheckedIOException(new IOException("reply " + n + " is damaged: " + e.getMessage(), e));
    }

    private Patterns.Pattern pattern(long n) throws SQLException {
        Optional<Patterns.Pattern> known = patterns.numbered(n);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement select = connection.prepareStatement(COLUMNS + "where n = " + n);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new UncheckedIOException(new IOException("reply " + n + ", which others need, is gone"));
            }
            Patterns.Pattern pattern = Patterns.Pattern.of(n, read(row).reply());
            patterns.add(pattern);
            return pattern;
        }
    }

    static byte[] shortKey(String key) {
        return HexFormat.of().parseHex(key, 0, 32);
    }

    static Spent spent(SortedMap<String, Long> totals) {
        SortedMap<String, Long> money = new TreeMap<>();
        totals.forEach((name, amount) -> {
            if (name.startsWith(StoreWriter.MONEY)) {
                money.put(name.substring(StoreWriter.MONEY.length()), amount);
            }
        });
        return new Spent(
                totals.getOrDefault("calls", 0L),
                new Usage(
                        totals.getOrDefault("input", 0L),
                        totals.getOrDefault("output", 0L),
                        totals.getOrDefault("cached", 0L),
                        totals.getOrDefault("guessed", 0L)),
                money,
                totals.getOrDefault("unpriced", 0L));
    }

    @Override
    public void close() throws SQLException {
        packer.close();
        byKey.close();
        byNumber.close();
        if (own) {
            connection.close();
        }
    }
}
