package dev.lectern.aim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.aim.Carrying.Verdict;
import dev.lectern.learn.Vectors;
import dev.lectern.select.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Which pairs a plan carries to the examples and which it leaves behind. */
class CarryingTest {
    private static final int DIMENSIONS = 16;

    /** Examples on topics 0 and 1, twenty each, in a corpus of six topics. */
    private static final Scale SCALE = scale(20);

    private static Scale scale(int each) {
        List<float[]> examples = new ArrayList<>(pairs(0, each, 1));
        examples.addAll(pairs(1, each, 2));
        List<float[]> texts = new ArrayList<>();
        for (int topic = 0; topic < 6; topic++) {
            texts.addAll(pairs(topic, 20, 10 + topic));
        }
        return Scale.of(new Target.Goal(1, examples), examples, List.of(), texts);
    }

    private static List<float[]> pairs(int topic, int count, long seed) {
        Random random = new Random(seed);
        List<float[]> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            float[] vector = new float[DIMENSIONS];
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] = (float) (random.nextGaussian() / (3 * Math.sqrt(DIMENSIONS)));
            }
            vector[topic] += 1;
            pairs.add(Vectors.unit(vector));
        }
        return pairs;
    }

    @Property(seed = "42", tries = 30)
    void whatIsPlantedOffTheTargetIsLeftBehindAndNothingElse(@ForAll int seed) {
        Random random = new Random(seed);
        List<float[]> pairs = new ArrayList<>(pairs(0, 8, seed));
        pairs.addAll(pairs(1, 8, seed + 1L));
        int planted = 1 + random.nextInt(20);
        pairs.addAll(pairs(2 + random.nextInt(4), planted, seed + 2L));
        List<Verdict> verdicts = new Carrying(List.of(SCALE), 0.5, 4).next(pairs);
        assertThat(verdicts.subList(0, 16)).containsOnly(Verdict.CARRIED);
        assertThat(verdicts.subList(16, 16 + planted)).containsOnly(Verdict.FAR);
    }

    @Test
    void anExampleTakesOnlySoManyTimesItsShare() {
        // All of one subject, of which the target has one example among forty: room for 4 in 40 of what came, ten at
        // any rate.
        List<float[]> examples = new ArrayList<>(pairs(0, 1, 1));
        examples.addAll(pairs(1, 39, 2));
        Scale scale = Scale.of(new Target.Goal(1, examples), examples, pairs(3, 40, 3), List.of());
        List<float[]> same = Collections.nCopies(60, examples.getFirst());
        List<Verdict> bounded = new Carrying(List.of(scale), 0.5, 4).next(same);
        assertThat(Collections.frequency(bounded, Verdict.CARRIED)).isEqualTo(10);
        assertThat(Collections.frequency(bounded, Verdict.SURPLUS)).isEqualTo(50);
        assertThat(new Carrying(List.of(scale), 0.5, 0).next(same)).containsOnly(Verdict.CARRIED);
    }

    @Test
    void roomThatWasTakenInEarlierRoundsIsTaken() {
        List<float[]> examples = new ArrayList<>(pairs(0, 1, 1));
        examples.addAll(pairs(1, 39, 2));
        Scale scale = Scale.of(new Target.Goal(1, examples), examples, pairs(3, 40, 3), List.of());
        List<float[]> later = pairs(0, 10, 9);
        assertThat(new Carrying(List.of(scale), 0.5, 4).next(later)).containsOnly(Verdict.CARRIED);
        Carrying carrying = new Carrying(List.of(scale), 0.5, 4);
        assertThat(carrying.next(Collections.nCopies(10, examples.getFirst()))).containsOnly(Verdict.CARRIED);
        // One that is as near as those that have the room may take the place of one of them.
        assertThat(Collections.frequency(carrying.next(later), Verdict.SURPLUS)).isGreaterThan(5);
    }

    @Test
    void atZeroNothingIsTooFar() {
        assertThat(new Carrying(List.of(SCALE), 0, 0).next(pairs(4, 30, 5))).containsOnly(Verdict.CARRIED);
    }

    @Test
    void whatIsCarriedIsSaidTheSameEachTimeAndForManyPairsAtOnce() {
        List<float[]> many = new ArrayList<>(pairs(0, 300, 1));
        many.addAll(pairs(4, 300, 2));
        Collections.shuffle(many, new Random(3));
        List<Verdict> verdicts = new Carrying(List.of(SCALE), 0.5, 4).next(many);
        assertThat(new Carrying(List.of(SCALE), 0.5, 4).next(many)).isEqualTo(verdicts);
        assertThat(Collections.frequency(verdicts, Verdict.CARRIED) / 600.0).isCloseTo(0.5, within(0.05));
    }
}
