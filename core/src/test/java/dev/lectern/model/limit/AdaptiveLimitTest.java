package dev.lectern.model.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.limit.Simulation.Doing;
import dev.lectern.model.limit.Simulation.Second;
import dev.lectern.model.limit.Simulation.Server;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated servers on a simulated clock: the laws hold with the same defaults for all of them. */
class AdaptiveLimitTest {
    private static final int FIRST = 16;
    private static final int MOST = 2048;
    /** Enough to see growth, and quicker to simulate. */
    private static final int MANY = 512;

    private static final int PLENTY = 4096;
    private static final double LATENCY = 0.2;
    private static final long[] SEEDS = {1, 2};

    @ParameterizedTest
    @CsvSource({"1.1, 256", "1.7, 2000"})
    void aServerWithoutALimitIsUsedInFullWithinAFewLatencies(double seconds, int inFlight) {
        AdaptiveLimit limit = new AdaptiveLimit(FIRST, MOST);
        new Simulation(limit, (now, others, chance) -> Doing.answers(LATENCY), 1).until(seconds, PLENTY);
        assertThat(limit.inFlight()).isBetween(inFlight, MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 300})
    void aNamedLimitIsUsedFromTheFirstAndNeverExceeded(int named) {
        for (Second second : run(named, named, (now, others, chance) -> Doing.answers(LATENCY), 5, 1)) {
            assertThat(second.mostInFlight()).isEqualTo(named);
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 16, 2048", "20, 16, 2048", "20, 256, 256", "100, 16, 2048", "500, 16, 2048"})
    void aServerThatAllowsSoManyIsHeldJustBelowThat(int allowed, int first, int most) {
        for (long seed : SEEDS) {
            List<Second> settled = run(first, most, allows(allowed), 60, seed).subList(10, 60);
            assertThat(refusedShare(settled)).isLessThan(0.02);
            assertThat(perSecond(settled)).isGreaterThan(0.95 * allowed / LATENCY);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.02, 64", "0.1, 64", "0.3, 64", "0.1, 256"})
    void aConstantRateOfRefusalsIsNoReasonToGoSlower(double share, int named) {
        for (long seed : SEEDS) {
            List<Second> settled = run(named, named, refuses(share), 30, seed).subList(5, 30);
            // What is refused takes its time as well.
            assertThat(perSecond(settled)).isGreaterThan(0.9 * (1 - share) * named / LATENCY);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.1, 0.3})
    void aConstantRateOfRefusalsIsNoReasonNotToGrow(double share) {
        for (long seed : SEEDS) {
            List<Second> settled = run(FIRST, MANY, refuses(share), 20, seed).subList(10, 20);
            assertThat(perSecond(settled)).isGreaterThan(0.85 * (1 - share) * MANY / LATENCY);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 64})
    void aJobWithFaultsTakesLittleLongerThanOneWithout(int named) {
        double clean = new Simulation(new AdaptiveLimit(named, named), refuses(0), 1).calls(10_000, PLENTY);
        for (long seed : SEEDS) {
            double faulty = new Simulation(new AdaptiveLimit(named, named), refuses(0.1), seed).calls(10_000, PLENTY);
            assertThat(clean / faulty).isGreaterThan(0.9);
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 60", "60, 10", "200, 20"})
    void aServerThatChangesIsFollowed(int before, int after) {
        for (long seed : SEEDS) {
            Server changing =
                    (now, others, chance) -> allows(now < 20 ? before : after).take(now, others, chance);
            List<Second> seconds = run(FIRST, MOST, changing, 70, seed);
            assertThat(perSecond(seconds.subList(10, 20))).isGreaterThan(0.9 * before / LATENCY);
            assertThat(perSecond(seconds.subList(55, 70))).isGreaterThan(0.9 * after / LATENCY);
            assertThat(refusedShare(seconds.subList(25, 70))).isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256})
    void refusalsThatBeginInMidRunAndDoNotFallWithTheLevelAreTakenAsTheyAre(int named) {
        for (long seed : SEEDS) {
            Server turning =
                    (now, others, chance) -> refuses(now < 15 ? 0 : 0.09).take(now, others, chance);
            List<Second> settled = run(named, named, turning, 60, seed).subList(40, 60);
            assertThat(perSecond(settled)).isGreaterThan(0.85 * 0.91 * named / LATENCY);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2})
    void whenAnOutageIsOverTheLevelIsBackInSeconds(double seconds) {
        for (long seed : SEEDS) {
            Server bursts = (now, others, chance) ->
                    now % 15 >= 5 && now % 15 < 5 + seconds ? Doing.refuses(0.005) : Doing.answers(LATENCY);
            List<Second> run = run(256, 256, bursts, 60, seed);
            for (int end : List.of(15, 30, 45, 60)) {
                assertThat(perSecond(run.subList(end - 4, end))).isGreaterThan(0.9 * 256 / LATENCY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 40})
    void aWallBehindAConstantRateIsFoundAllTheSame(int percent) {
        for (long seed : SEEDS) {
            Server both = (now, others, chance) -> chance.nextDouble() < percent / 100.0
                    ? Doing.refuses(0.002)
                    : allows(20).take(now, others, chance);
            List<Second> settled = run(FIRST, MOST, both, 60, seed).subList(20, 60);
            assertThat(perSecond(settled)).isGreaterThan(0.75 * 20 / LATENCY);
            assertThat(settled).allSatisfy(second -> assertThat(second.limit()).isLessThan(64));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 40})
    void aServerThatOnlyLetsCallsQueueIsNotFlooded(int slots) {
        for (long seed : SEEDS) {
            Queueing queueing = new Queueing(slots / LATENCY);
            List<Second> settled = run(FIRST, MOST, queueing, 60, seed).subList(10, 60);
            assertThat(perSecond(settled)).isGreaterThan(0.95 * slots / LATENCY);
            assertThat(settled).allSatisfy(second -> assertThat(second.limit()).isLessThan(8 * slots + 64));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05})
    void repliesOfVeryDifferentLengthDoNotLookLikeAQueue(double share) {
        for (long seed : SEEDS) {
            Server uneven = (now, others, chance) -> chance.nextDouble() < share
                    ? Doing.refuses(0.05)
                    : Doing.answers(2 * Math.exp(0.8 * chance.nextGaussian() - 0.32));
            List<Second> settled = run(FIRST, MANY, uneven, 60, seed).subList(40, 60);
            assertThat(perSecond(settled)).isGreaterThan(0.8 * MANY / 2);
        }
    }

    /** Works through so many a second, one after another; the rest wait in line. */
    private static final class Queueing implements Server {
        private final double each;
        private double free;

        Queueing(double perSecond) {
            this.each = 1 / perSecond;
        }

        @Override
        public Doing take(double now, int others, SplittableRandom chance) {
            free = Math.max(free, now) + each;
            return Doing.answers(free - now + LATENCY);
        }
    }

    private static Server allows(int calls) {
        return (now, others, chance) ->
                others < calls ? Doing.answers(LATENCY * (0.9 + 0.2 * chance.nextDouble())) : Doing.refuses(0.002);
    }

    /** At any level: most of it at once, some of it after all the time that an answer takes. */
    private static Server refuses(double share) {
        return (now, others, chance) -> chance.nextDouble() >= share
                ? Doing.answers(LATENCY)
                : Doing.refuses(chance.nextDouble() < 0.6 ? 0.002 : LATENCY);
    }

    private static List<Second> run(int first, int most, Server server, int seconds, long seed) {
        return new Simulation(new AdaptiveLimit(first, most), server, seed).run(seconds, PLENTY);
    }

    private static double perSecond(List<Second> seconds) {
        return seconds.stream().mapToInt(Second::answered).average().orElseThrow();
    }

    private static double refusedShare(List<Second> seconds) {
        double refused = seconds.stream().mapToInt(Second::refused).sum();
        double answered = seconds.stream().mapToInt(Second::answered).sum();
        return refused / (refused + answered);
    }
}
