package dev.lectern.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps replies as long as the program lives: for tests, and for embedders that want no file. */
public final class MemoryReplyStore implements ReplyStore {
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();

    @Override
    public Optional<Reply> find(String key) {
        return Optional.ofNullable(replies.get(key));
    }

    @Override
    public Reply put(Reply reply) {
        Reply first = replies.putIfAbsent(reply.key(), reply);
        return first == null ? reply : first;
    }

    @Override
    public long count(String kind) {
        return replies.values().stream().filter(r -> r.kind().equals(kind)).count();
    }

    @Override
    public Usage used() {
        return replies.values().stream().map(Reply::usage).reduce(Usage.NONE, Usage::plus);
    }

    @Override
    public void close() {}
}
