package dev.lectern.bench.learn;

import dev.lectern.learn.Rows;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Vectors around some themes; those of one document have one theme. */
final class MadeUp {
    static final int DIMENSIONS = 384;
    /** Noise for each number, so that cosines with the own theme are about 0.71, as those of passages of one subject are. */
    private static final double NOISE = 1 / Math.sqrt(DIMENSIONS);

    private final List<float[]> themes = new ArrayList<>();
    private final SplittableRandom chance;

    MadeUp(int count, long seed) {
        SplittableRandom drawn = new SplittableRandom(seed);
        for (int theme = 0; theme < count; theme++) {
            themes.add(Vectors.unit(noise(drawn)));
        }
        chance = drawn.split();
    }

    int themes() {
        return themes.size();
    }

    /** Another vector of this theme. */
    float[] of(int theme) {
        float[] vector = noise(chance);
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (themes.get(theme)[i] + NOISE * vector[i]);
        }
        return Vectors.unit(vector);
    }

    Rows rows(int size) {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(of(i % themes()));
        }
        return Rows.of(rows);
    }

    private static float[] noise(SplittableRandom chance) {
        float[] noise = new float[DIMENSIONS];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) chance.nextGaussian();
        }
        return noise;
    }
}
