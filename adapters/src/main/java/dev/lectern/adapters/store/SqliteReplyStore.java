package dev.lectern.adapters.store;

import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Replies in one SQLite file. One thread writes: whatever waits is committed together, and each {@code put} returns when its commit
 * is on disk. Other processes may read meanwhile. After {@link #close} the file alone is the store; copying it is enough.
 */
public final class SqliteReplyStore implements ReplyStore {
    private static final int READERS = 4;
    private static final int MOST_PER_COMMIT = 256;
    private static final Waiting STOP = new Waiting(Optional.empty(), new CompletableFuture<>());

    private final Connection writing;
    private final BlockingQueue<Connection> reading = new ArrayBlockingQueue<>(READERS);
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile Optional<SQLException> broken = Optional.empty();
    private final AtomicReference<Spent> elsewhere = new AtomicReference<>(Spent.NOTHING);
    private volatile boolean closed;

    private record Waiting(Optional<Reply> reply, CompletableFuture<Reply> kept) {}

    private SqliteReplyStore(Path file) throws SQLException {
        writing = ReplyFile.open(file);
        writing.setAutoCommit(false);
        for (int i = 0; i < READERS; i++) {
            reading.add(ReplyFile.connect(file));
        }
        writer = Thread.ofPlatform().name("reply-store").daemon().start(this::write);
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws dev.lectern.check.ProblemsException if it is damaged, another program's, or of another version
     */
    public static SqliteReplyStore open(Path file) {
        try {
            return new SqliteReplyStore(file);
        } catch (SQLException e) {
            throw unchecked("open the store of replies", e);
        }
    }

    @Override
    public Optional<Reply> find(String key) {
        // Once replies can't be kept any more, nobody shall go and buy others.
        broken.ifPresent(e -> {
            throw unchecked("keep replies", e);
        });
        return read(connection -> ReplyFile.find(connection, key));
    }

    @Override
    public Reply put(Reply reply) {
        if (closed) {
            throw new IllegalStateException("the store of replies is closed");
        }
        Waiting waiting = new Waiting(Optional.of(reply), new CompletableFuture<>());
        queue.add(waiting);
        if (!writer.isAlive() && queue.remove(waiting)) {
            throw new IllegalStateException("the store of replies was closed before the reply could be kept");
        }
        try {
            return waiting.kept().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException broke) {
                throw broke;
            }
            throw e;
        }
    }

    @Override
    public long count(String kind) {
        return read(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select count(*) from reply where kind = ?")) {
                select.setString(1, kind);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public Spent spent() {
        return read(connection -> {
            Spent[] sum = {elsewhere.get()};
            try (Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery("select calls, tokens_in, tokens_out, tokens_cached,"
                            + " tokens_guessed, cost_micros, currency from reply")) {
                while (row.next()) {
                    Usage usage = new Usage(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
                    sum[0] = sum[0].plus(Spent.of(row.getInt(1), usage, new Cost(row.getLong(6), row.getString(7))));
                }
            }
            return sum[0];
        });
    }

    @Override
    public void spend(Spent more) {
        elsewhere.accumulateAndGet(more, Spent::plus);
    }

    @Override
    public boolean retire(String key) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void each(String kind, Consumer<Reply> reader) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        queue.add(STOP);
        try {
            writer.join();
            for (int i = 0; i < READERS; i++) {
                reading.take().close();
            }
            writing.setAutoCommit(true);
            try (Statement sql = writing.createStatement()) {
                sql.execute("pragma wal_checkpoint(truncate)");
            }
            writing.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw unchecked("close the store of replies", e);
        }
    }

    private void write() {
        List<Waiting> batch = new ArrayList<>();
        boolean stopping = false;
        while (!stopping) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                // Nobody of ours interrupts this thread; what waits must still be written.
                continue;
            }
            queue.drainTo(batch, MOST_PER_COMMIT);
            stopping = batch.remove(STOP);
            try {
                commit(batch);
            } catch (SQLException e) {
                broken = Optional.of(e);
                batch.forEach(w -> w.kept().completeExceptionally(unchecked("keep a reply", e)));
            } catch (RuntimeException e) {
                batch.forEach(w -> w.kept().completeExceptionally(e));
            }
        }
    }

    private void commit(List<Waiting> batch) throws SQLException {
        try (PreparedStatement insert = writing.prepareStatement(ReplyFile.INSERT)) {
            for (Waiting waiting : batch) {
                ReplyFile.insert(insert, waiting.reply().orElseThrow());
            }
        }
        writing.commit();
        for (Waiting waiting : batch) {
            Reply mine = waiting.reply().orElseThrow();
            waiting.kept().complete(ReplyFile.find(writing, mine.key()).orElse(mine));
        }
        writing.commit();
    }

    private interface Query<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        try {
            Connection connection = reading.take();
            try {
                return query.run(connection);
            } finally {
                reading.add(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while reading a kept reply", e));
        } catch (SQLException e) {
            throw unchecked("read a kept reply", e);
        }
    }

    private static UncheckedIOException unchecked(String what, SQLException e) {
        return new UncheckedIOException(new IOException("cannot " + what + ": " + e.getMessage(), e));
    }
}
