package dev.lectern.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps replies as long as the program lives: for tests, and for embedders that want no file. */
public final class MemoryReplyStore implements ReplyStore {
    private final Map<String, Reply> replies = new LinkedHashMap<>();
    private Spent spent = Spent.NOTHING;

    @Override
    public synchronized Optional<Reply> find(String key) {
        return Optional.ofNullable(replies.get(key));
    }

    @Override
    public synchronized Reply put(Reply reply) {
        Reply first = replies.putIfAbsent(reply.key(), reply);
        // One that comes second was bought all the same.
        spent = spent.plus(Spent.of(reply));
        return first == null ? reply : first;
    }

    @Override
    public synchronized long count(String kind) {
        return replies.values().stream().filter(r -> r.kind().equals(kind)).count();
    }

    @Override
    public synchronized Spent spent() {
        return spent;
    }

    @Override
    public synchronized void spend(Spent more) {
        spent = spent.plus(more);
    }

    @Override
    public synchronized boolean retire(String key) {
        Optional<Reply> kept = find(key).filter(reply -> !reply.retired());
        kept.ifPresent(reply -> replies.put(key, reply.retire()));
        return kept.isPresent();
    }

    @Override
    public void each(String kind, Consumer<Reply> reader) {
        List<Reply> now;
        synchronized (this) {
            now = replies.values().stream().filter(r -> r.kind().equals(kind)).toList();
        }
        now.forEach(reader);
    }

    @Override
    public void close() {}
}
