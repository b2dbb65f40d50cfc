package dev.lectern.adapters.store;

import dev.lectern.model.Landings;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Replies in one SQLite file. Texts are packed by whoever brings them, one thread writes for all ({@link GroupCommit}), a few connections read.
 * Other processes may read meanwhile. After {@link #close} the file alone is the store; copying it is enough.
 */
public final class SqliteReplyStore implements ReplyStore {
    private static final int PER_PAGE = 200;
    private static final int LAST = 8;
    private static final String NOT_CLOSED = "the store of replies cannot be closed";

    private final Path file;
    private final Patterns patterns = new Patterns();
    private final Few<StoreReader> readers;
    private final Few<Packer> packers;
    private final Optional<Writing> writing;

    private record Writing(StoreWriter writer, GroupCommit commits, Spare spare, Optional<Arrivals> arrivals) {
        static Writing to(Path file, StoreWriter writer) {
            Spare spare = Spare.beside(file);
            GroupCommit commits = new GroupCommit(writer, new Journal(file), spare::close);
            return new Writing(writer, commits, spare, Arrivals.beside(file));
        }
    }

    private SqliteReplyStore(Path file, boolean readOnly) throws SQLException {
        this.file = file;
        int processors = Runtime.getRuntime().availableProcessors();
        List<StoreReader> open = new ArrayList<>();
        Connection first = readOnly ? StoreFile.look(file) : StoreFile.write(file);
        try {
            look(first);
            while (open.size() < Math.max(4, processors)) {
                open.add(new StoreReader(StoreFile.connect(file, true), patterns));
            }
            if (readOnly) {
                first.close();
                writing = Optional.empty();
            } else {
                writing = Optional.of(Writing.to(file, new StoreWriter(first, patterns)));
            }
        } catch (SQLException | RuntimeException e) {
            for (StoreReader reader : open) {
                reader.close();
            }
            first.close();
            throw e;
        }
        this.readers = new Few<>(open, SqliteReplyStore::close);
        this.packers = new Few<>(Stream.generate(Packer::new).limit(processors).toList(), Packer::close);
    }

    private static void close(StoreReader reader) {
        try {
            reader.close();
        } catch (SQLException e) {
            throw StoreFile.broken(NOT_CLOSED, e);
        }
    }

    /**
     * Opens the file, or makes it.
     *
     * @throws dev.lectern.check.ProblemsException if it is damaged, another program's, or of another version
     */
    public static SqliteReplyStore open(Path file) {
        return opened(file, false);
    }

    /**
     * Opens a file only to read it, while another process may write; keeps nothing.
     *
     * @throws dev.lectern.check.ProblemsException if it is damaged, another program's, or of another version
     */
    public static SqliteReplyStore look(Path file) {
        return opened(file, true);
    }

    private static SqliteReplyStore opened(Path file, boolean readOnly) {
        try {
            return new SqliteReplyStore(file, readOnly);
        } catch (SQLException e) {
            throw StoreFile.unusable(file, e);
        } catch (UncheckedIOException e) {
            throw StoreFile.unusable(file, new SQLException(e.getMessage(), e));
        }
    }

    /** Real damage shows in the sums, the patterns or the replies kept last; more would take a scan. */
    private void look(Connection connection) throws SQLException {
        try (StoreReader reader = StoreReader.over(connection, patterns)) {
            reader.totals();
            reader.loadPatterns();
            reader.lookAtTheLast(LAST);
        }
    }

    @Override
    public Optional<Reply> find(String key) {
        ready();
        return read(reader -> reader.find(key));
    }

    @Override
    public void ready() {
        writing.flatMap(w -> w.commits().broken()).ifPresent(e -> {
            throw StoreFile.broken("replies can no longer be kept", e);
        });
    }

    @Override
    public Reply put(Reply reply) {
        return put(reply, () -> {});
    }

    @Override
    public Reply put(Reply reply, Runnable safe) {
        Row row = packed(reply);
        return write(writer -> writer.put(row), safe);
    }

    @Override
    public void putAll(List<Reply> replies) {
        List<Row> rows = replies.stream().map(this::packed).toList();
        write(writer -> {
            for (Row row : rows) {
                writer.put(row);
            }
            return true;
        });
    }

    private Row packed(Reply reply) {
        Packer packer = packers.take();
        try {
            return new Row(reply, packer, patterns);
        } finally {
            packers.giveBack(packer);
        }
    }

    @Override
    public Landings landings() {
        return writing.flatMap(Writing::arrivals).<Landings>map(a -> a).orElse(Landings.NONE);
    }

    @Override
    public long count(String kind) {
        return read(reader -> reader.totals().getOrDefault(StoreWriter.KEPT + kind, 0L));
    }

    @Override
    public Spent spent() {
        return read(reader -> StoreReader.spent(reader.totals()));
    }

    @Override
    public void spend(Spent more) {
        if (more.equals(Spent.NOTHING)) {
            return;
        }
        write(writer -> {
            writer.add(more);
            return true;
        });
    }

    @Override
    public boolean retire(String key) {
        return write(writer -> writer.retire(key));
    }

    @Override
    public void each(String kind, Consumer<Reply> consumer) {
        // Page by page: a cursor left open would keep the journal from being emptied.
        long after = 0;
        List<StoreReader.Numbered> page = page(kind, after);
        while (!page.isEmpty()) {
            page.forEach(r -> consumer.accept(r.reply()));
            after = page.getLast().n();
            page = page(kind, after);
        }
    }

    private List<StoreReader.Numbered> page(String kind, long after) {
        return read(reader -> reader.page(kind, after, PER_PAGE));
    }

    @Override
    public List<Reply> earlierLike(Reply reply, int most) {
        return read(reader -> {
            List<Reply> like = new ArrayList<>();
            for (long n : reader.earlierLike(reply, most)) {
                reader.at(n).ifPresent(found -> like.add(found.reply()));
            }
            return like;
        });
    }

    @Override
    public void close() {
        try {
            writing.ifPresent(w -> w.commits().close());
            readers.close();
            packers.close();
            if (writing.isPresent()) {
                writing.get().spare().close();
                writing.get().arrivals().ifPresent(Arrivals::close);
                finish(writing.get());
            }
        } catch (SQLException e) {
            throw StoreFile.broken(NOT_CLOSED, e);
        }
    }

    private static void finish(Writing writing) throws SQLException {
        try (StoreWriter writer = writing.writer()) {
            if (writing.commits().broken().isEmpty()) {
                writer.settle();
            }
        }
    }

    private interface Query<T> {
        T run(StoreReader reader) throws SQLException;
    }

    private <T> T read(Query<T> query) {
        StoreReader reader = readers.take();
        try {
            return query.run(reader);
        } catch (SQLException e) {
            reader = another(reader);
            throw StoreFile.broken("a kept reply cannot be read", e);
        } finally {
            readers.giveBack(reader);
        }
    }

    /** The driver's statements are of no use after an error: one damaged page must not spoil the pages beside it. */
    private StoreReader another(StoreReader broken) {
        try {
            broken.close();
            return new StoreReader(StoreFile.connect(file, true), patterns);
        } catch (SQLException e) {
            return broken;
        }
    }

    private <T> T write(GroupCommit.Change<T> change) {
        return write(change, () -> {});
    }

    private <T> T write(GroupCommit.Change<T> change, Runnable safe) {
        return writing.orElseThrow(() -> new IllegalStateException("the store is open for reading only: " + file))
                .commits()
                .make(change, safe);
    }
}
