package dev.lectern.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The memory that matters: replies by the identity of their request. Safe for many threads. */
public interface ReplyStore extends AutoCloseable {
    Optional<Reply> find(String key);

    /** Keeps the reply, durable on return. The first one stored wins and is returned, whoever asked. */
    Reply put(Reply reply);

    /**
     * The same.
     *
     * @param safe run once the reply outlives a kill of the program, on any thread; that may be before it outlives a power cut
     */
    default Reply put(Reply reply, Runnable safe) {
        Reply kept = put(reply);
        safe.run();
        return kept;
    }

    /** Keeps several at once, durable on return. */
    default void putAll(List<Reply> replies) {
        replies.forEach(this::put);
    }

    /**
     * Asked before each request that will be paid for, so that none is bought in vain.
     *
     * @throws java.io.UncheckedIOException if replies can no longer be kept
     */
    default void ready() {}

    /** Where answers may land before they are replies, so that a kill does not lose what has come; nowhere where nothing lasts. */
    default Landings landings() {
        return Landings.NONE;
    }

    /** How many replies of this kind are kept. */
    long count(String kind);

    /** What the folder has spent: on all replies kept, and as {@link #spend} says. Costs no scan. */
    Spent spent();

    /** Notes requests that brought no reply to keep. */
    void spend(Spent more);

    /**
     * Marks a reply so that the request is asked anew (a new draw); the reply stays, found but {@link Reply#retired}.
     *
     * @return false if there is none, or it is marked already
     */
    boolean retire(String key);

    /** Goes through all replies of a kind in the order they were kept, holding one at a time. */
    void each(String kind, Consumer<Reply> reader);

    /**
     * Replies of earlier invocations to requests like this reply's, the likest first: to tell what changed. Looks at a few bytes of each.
     *
     * @param most how many at most
     */
    default List<Reply> earlierLike(Reply reply, int most) {
        return List.of();
    }

    @Override
    void close();
}
