package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A policy that goes over to aligned vectors on its way. */
class AlignedTest {
    private static final int ITEMS = 400;
    private static final int DIMENSIONS = 32;
    /** Directions in which documents and pairs differ for no reason. */
    private static final int NOISY = 4;

    /** One item in so many is about what the target wants, which lies along the last dimension. */
    private static final int WANTED = 8;

    private final List<float[]> meant = new ArrayList<>();
    private final Pool pool;

    AlignedTest() {
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            float[] vector = meant(random);
            vector[DIMENSIONS - 1] = item % WANTED == 0 ? 5 : vector[DIMENSIONS - 1];
            meant.add(vector);
            vectors.add(noisy(vector, random));
        }
        pool = Pool.of(vectors, IntStream.range(0, ITEMS).toArray());
    }

    @Test
    void itGoesOnWhereItWasAndNamesEachItemOnce() {
        assertThat(headIsTaken(wanted())).isTrue();
    }

    private static Target wanted() {
        Random random = new Random(4);
        List<float[]> pairs = new ArrayList<>();
        for (int pair = 0; pair < 20; pair++) {
            float[] vector = meant(random);
            vector[DIMENSIONS - 1] = 5;
            pairs.add(noisy(vector, random));
        }
        return Target.of(pairs);
    }

    private boolean headIsTaken(Target target) {
        Settings settings = Settings.tuned(1).withAlign(true).withWarmUp(0.3);
        Selection aligned = Policy.TUNED.open(pool, target, settings);
        Selection plain = Policy.TUNED.open(pool, target, settings.withAlign(false));
        Random random = new Random(8);
        Set<Integer> named = new HashSet<>();
        boolean differed = false;
        for (int round = 1; named.size() < ITEMS; round++) {
            int[] items = aligned.next(32);
            assertThat(items).isNotEmpty();
            differed |= !List.of(box(items)).equals(List.of(box(plain.next(32))));
            List<Yield> yields = new ArrayList<>();
            for (int item : items) {
                assertThat(named.add(item)).isTrue();
                yields.add(new Yield(item, List.of(noisy(meant.get(item), random), noisy(meant.get(item), random))));
            }
            assertThat(aligned.standing().round()).isEqualTo(round);
            assertThat(aligned.standing().named()).isEqualTo(named.size());
            aligned.learn(yields);
            plain.learn(yields);
        }
        return differed;
    }

    private static float[] meant(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int d = NOISY; d < DIMENSIONS; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return vector;
    }

    private static Integer[] box(int[] items) {
        return IntStream.of(items).boxed().toArray(Integer[]::new);
    }

    private static float[] noisy(float[] vector, Random random) {
        float[] noisy = vector.clone();
        for (int d = 0; d < NOISY; d++) {
            noisy[d] = (float) (4 * random.nextGaussian());
        }
        return Vectors.unit(noisy);
    }
}
