package dev.lectern.model;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** How many calls a run folder may still make. What earlier invocations bought counts. */
public final class Budget {
    private final OptionalLong most;
    private final AtomicLong spent;

    private Budget(OptionalLong most, long spent) {
        this.most = most;
        this.spent = new AtomicLong(spent);
    }

    /** @param most calls that the run folder may hold in all; empty for no limit */
    public static Budget over(ReplyStore store, OptionalLong most) {
        return new Budget(most, store.count(DurableModel.KIND) + store.count(ModelProbe.KIND));
    }

    /** Sets one call aside. @throws ModelException {@link ModelException.Kind#BUDGET} if there is none left */
    public void take() {
        long calls = spent.incrementAndGet();
        if (most.isPresent() && calls > most.getAsLong()) {
            spent.decrementAndGet();
            throw new ModelException(
                    ModelException.Kind.BUDGET,
                    "the limit of " + most.getAsLong() + " calls is reached (--max-calls)",
                    "");
        }
    }

    /** The call that was set aside brought nothing. */
    public void giveBack() {
        spent.decrementAndGet();
    }
}
