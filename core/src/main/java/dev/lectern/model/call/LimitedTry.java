package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.WireReply;
import java.util.concurrent.Semaphore;

/** Lets so many tries at once over the wire and no more. A permit is held for one try, not for the pause before the next. */
final class LimitedTry implements Try {
    private final Try next;
    private final Semaphore permits;

    /** @param permits shared by all models of a run */
    LimitedTry(Try next, Semaphore permits) {
        this.next = next;
        this.permits = permits;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted before the call was made", e);
        }
        try {
            return next.ask(request, manner, bill);
        } finally {
            permits.release();
        }
    }
}
