package dev.lectern.model.call;

import dev.lectern.model.ModelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that wants to be let through, on the thread that makes it. */
final class Waiter {
    /** There is nothing to wait for but somebody's leaving. */
    static final long NO_ALARM = Long.MAX_VALUE;

    private final Thread thread = Thread.currentThread();
    private final long tokens;
    private final Optional<Lane> avoid;
    private volatile Lane.@Nullable Pass pass;
    private volatile @Nullable ModelException refusal;
    private volatile long alarm = NO_ALARM;

    /**
     * The calling thread is the one that waits.
     *
     * @param tokens of the question, estimated
     * @param avoid the lane where it was tried before
     */
    Waiter(long tokens, Optional<Lane> avoid) {
        this.tokens = tokens;
        this.avoid = avoid;
    }

    Thread thread() {
        return thread;
    }

    long tokens() {
        return tokens;
    }

    Optional<Lane> avoid() {
        return avoid;
    }

    Optional<Lane.Pass> pass() {
        return Optional.ofNullable(pass);
    }

    Optional<ModelException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** When it should look by itself, since nobody may leave before. */
    long alarm() {
        return alarm;
    }

    void admit(Lane.Pass newPass) {
        pass = newPass;
    }

    void refuse(ModelException why) {
        refusal = why;
    }

    void alarm(long at) {
        alarm = at;
    }
}
