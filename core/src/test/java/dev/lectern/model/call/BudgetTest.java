package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.model.Cost;
import dev.lectern.model.ModelException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetTest {
    @Property(tries = 40, seed = "42")
    void withAnyNumberInFlightTheLimitIsKeptAndNobodyWaitsForEver(
            @ForAll @IntRange(min = 1, max = 64) int inFlight,
            @ForAll @IntRange(min = 0, max = 3_000) int limit,
            @ForAll int seed)
            throws Exception {
        Budget budget = new Budget(OptionalLong.of(300), Optional.of(new Cost(limit, "USD")), 0, 0);
        AtomicLong spent = new AtomicLong();
        AtomicLong made = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = IntStream.range(0, inFlight)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> work(budget, new Random(seed + i), spent, made)))
                    .toList();
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        assertThat(spent.get()).isLessThanOrEqualTo(limit);
        assertThat(made.get()).isLessThanOrEqualTo(300);
        assertThat(made.get() == 300 || limit - spent.get() < 40)
                .as("it stops when there is too little left")
                .isTrue();
    }

    /** Calls of 40 at most, until the budget says no. */
    private static void work(Budget budget, Random random, AtomicLong spent, AtomicLong made) {
        for (; ; ) {
            long most = 1 + random.nextLong(40);
            long cost = random.nextLong(most + 1);
            try {
                budget.take(most);
            } catch (ModelException e) {
                assertThat(e.kind()).isEqualTo(ModelException.Kind.BUDGET);
                return;
            }
            spent.addAndGet(cost);
            made.incrementAndGet();
            budget.settle(most, cost);
        }
    }

    @Test
    void whatWasSpentBeforeCounts() {
        Budget budget = new Budget(OptionalLong.of(10), Optional.of(new Cost(100, "USD")), 8, 90);
        assertThatThrownBy(() -> budget.take(11))
                .hasMessageContaining("--max-cost")
                .hasMessageContaining("0.0001 USD");
        budget.take(10);
        budget.settle(10, 0);
        budget.take(0);
        assertThatThrownBy(() -> budget.take(0)).hasMessage("the limit of 10 calls is reached (--max-calls)");
    }

    @Test
    void aLimitOfNothingLetsNothingThrough() {
        assertThatThrownBy(() -> new Budget(OptionalLong.of(0), Optional.empty(), 0, 0).take(0))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void aShareLeavesTheRestForWhatComesAfter() {
        Budget budget = new Budget(OptionalLong.of(40), Optional.empty(), 0, 0);
        budget.share(0.25);
        for (int i = 0; i < 10; i++) {
            budget.take(0);
        }
        assertThatThrownBy(() -> budget.take(0))
                .hasMessage("what is left of the limit of 40 calls is for finishing what was begun (--max-calls)");
        budget.share(1);
        for (int i = 0; i < 30; i++) {
            budget.take(0);
        }
        assertThatThrownBy(() -> budget.take(0)).hasMessage("the limit of 40 calls is reached (--max-calls)");
        assertThat(budget.callsLeft()).hasValue(0);
    }

    @Test
    void aShareOfMoneyIsKeptAlike() {
        Budget budget = new Budget(OptionalLong.empty(), Optional.of(new Cost(100, "USD")), 0, 0);
        budget.share(0.5);
        budget.take(50);
        budget.settle(50, 50);
        assertThatThrownBy(() -> budget.take(1))
                .hasMessage("what is left of the limit of 0.0001 USD is for finishing what was begun (--max-cost)");
        budget.share(1);
        budget.take(50);
    }

    @Test
    void aShareGoesByWhatCallsCostAndNotByTheMostThatTheyMay() {
        Budget budget = new Budget(OptionalLong.empty(), Optional.of(new Cost(100, "USD")), 0, 0);
        budget.share(0.5);
        for (int i = 0; i < 25; i++) {
            budget.take(40);
            budget.settle(40, 2);
        }
        assertThatThrownBy(() -> budget.take(40)).hasMessageContaining("for finishing what was begun");
        assertThat(budget.microsLeft()).hasValue(50);
    }
}
