package dev.lectern.model;

import java.util.Optional;

/** The memory that matters: replies by the identity of their request. Safe for many threads. */
public interface ReplyStore extends AutoCloseable {
    Optional<Reply> find(String key);

    /** Keeps the reply, durable on return. The first one stored wins and is returned, whoever asked. */
    Reply put(Reply reply);

    /** How many replies of this kind are kept; budgets count over the run folder. */
    long count(String kind);

    /** Tokens of all replies kept. */
    Usage used();

    @Override
    void close();
}
