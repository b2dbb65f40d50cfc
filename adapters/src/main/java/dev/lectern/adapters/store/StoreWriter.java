package dev.lectern.adapters.store;

import dev.lectern.model.Reply;
import dev.lectern.model.Spent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Writes over one connection, for one thread. Sums are gathered and written once per commit, before it. */
final class StoreWriter implements AutoCloseable {
    /** Name of a sum of money: this and the currency. */
    static final String MONEY = "micros ";

    /** Name of the number of replies kept: this and their kind. */
    static final String KEPT = "kept ";

    private static final String INSERT = """
            insert into reply(key, kind, kin, retired, at, answered_by, tokens_in, tokens_out, tokens_cached,
              tokens_guessed, cost_micros, currency, calls, millis, packed_like, asked, answer)
            values(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict(key) do nothing
            """;

    private final Connection connection;
    private final Patterns patterns;
    private final Statement sql;
    private final Map<String, Long> sums = new HashMap<>();
    private final Map<Long, Patterns.Pattern> fresh = new HashMap<>();
    private Prepared prepared;

    private record Prepared(PreparedStatement insert, PreparedStatement total) {
        static Prepared over(Connection connection) throws SQLException {
            return new Prepared(
                    connection.prepareStatement(INSERT),
                    connection.prepareStatement("insert into total values(?, ?)"
                            + " on conflict(name) do update set amount = amount + excluded.amount"));
        }

        void close() throws SQLException {
            insert.close();
            total.close();
        }
    }

    StoreWriter(Connection connection, Patterns patterns) throws SQLException {
        this.connection = connection;
        this.patterns = patterns;
        this.sql = connection.createStatement();
        this.prepared = Prepared.over(connection);
    }

    void begin() throws SQLException {
        sums.clear();
        fresh.clear();
        sql.execute("begin immediate");
    }

    /** All since {@link #begin} outlives the program on return. */
    void commit() throws SQLException {
        PreparedStatement total = prepared.total();
        for (Map.Entry<String, Long> sum : sums.entrySet()) {
            total.setString(1, sum.getKey());
            total.setLong(2, sum.getValue());
            total.executeUpdate();
        }
        sql.execute("commit");
        fresh.forEach(patterns::add);
    }

    void rollback() {
        try {
            sql.execute("rollback");
        } catch (SQLException e) {
            // A full disk may have ended the transaction already; then there is nothing to roll back.
        }
        try {
            // The driver's statements are of no use after an error.
            prepared.close();
            prepared = Prepared.over(connection);
        } catch (SQLException e) {
            // The next begin will say what is wrong.
        }
    }

    /** @return the reply that is kept under the key: this one, or an earlier one */
    Reply put(Row row) throws SQLException {
        Reply reply = row.reply();
        PreparedStatement insert = prepared.insert();
        insert.setBytes(1, StoreReader.shortKey(reply.key()));
        insert.setString(2, reply.kind());
        insert.setBytes(3, row.kin());
        insert.setBoolean(4, reply.retired());
        insert.setLong(5, reply.at().toEpochMilli());
        insert.setString(6, reply.answeredBy());
        insert.setLong(7, reply.usage().input());
        insert.setLong(8, reply.usage().output());
        insert.setLong(9, reply.usage().cached());
        insert.setLong(10, reply.usage().guessed());
        insert.setLong(11, reply.cost().micros());
        insert.setString(12, reply.cost().currency());
        insert.setInt(13, reply.calls());
        insert.setLong(14, reply.millis());
        insert.setLong(15, row.like());
        insert.setBytes(16, row.asked());
        insert.setBytes(17, row.answer());
        // One that comes second was bought all the same.
        add(Spent.of(reply));
        if (insert.executeUpdate() == 0) {
            try (StoreReader reader = StoreReader.over(connection, patterns)) {
                return reader.find(reply.key()).orElseThrow();
            }
        }
        sums.merge(KEPT + reply.kind(), 1L, Long::sum);
        if (row.like() == 0 && patterns.wants(row.head(), fresh.size()) && !fresh.containsKey(row.head())) {
            pattern(row);
        }
        return reply;
    }

    private void pattern(Row row) throws SQLException {
        long n;
        try (ResultSet last = sql.executeQuery("select last_insert_rowid()")) {
            n = last.getLong(1);
        }
        try (PreparedStatement keep =
                connection.prepareStatement("insert into pattern values(?, ?) on conflict do nothing")) {
            keep.setLong(1, row.head());
            keep.setLong(2, n);
            keep.executeUpdate();
        }
        fresh.put(row.head(), Patterns.Pattern.of(n, row.reply()));
    }

    void add(Spent spent) {
        sums.merge("calls", spent.calls(), Long::sum);
        sums.merge("input", spent.usage().input(), Long::sum);
        sums.merge("output", spent.usage().output(), Long::sum);
        sums.merge("cached", spent.usage().cached(), Long::sum);
        sums.merge("guessed", spent.usage().guessed(), Long::sum);
        sums.merge("unpriced", spent.unpriced(), Long::sum);
        spent.micros().forEach((currency, amount) -> sums.merge(MONEY + currency, amount, Long::sum));
    }

    boolean retire(String key) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update reply set retired = 1 where key = ? and retired = 0")) {
            update.setBytes(1, StoreReader.shortKey(key));
            return update.executeUpdate() == 1;
        }
    }

    /** Puts what is in the journal into the file, so that the file alone is the store. */
    void settle() throws SQLException {
        sql.execute("pragma wal_checkpoint(truncate)");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
