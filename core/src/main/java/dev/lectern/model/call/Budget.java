package dev.lectern.model.call;

import dev.lectern.model.ModelException;
import dev.lectern.model.ReplyStore;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests a run folder may still make. What earlier invocations made counts. */
final class Budget {
    private final OptionalLong most;
    private final AtomicLong spent;

    private Budget(OptionalLong most, long spent) {
        this.most = most;
        this.spent = new AtomicLong(spent);
    }

    /** @param most requests that the run folder may make in all; empty for no limit */
    static Budget over(ReplyStore store, OptionalLong most) {
        return new Budget(most, store.spent().calls());
    }

    /** Sets one request aside. @throws ModelException {@link ModelException.Kind#BUDGET} if there is none left */
    void take() {
        long calls = spent.incrementAndGet();
        if (most.isPresent() && calls > most.getAsLong()) {
            spent.decrementAndGet();
            throw new ModelException(
                    ModelException.Kind.BUDGET,
                    "the limit of " + most.getAsLong() + " calls is reached (--max-calls)",
                    "");
        }
    }
}
