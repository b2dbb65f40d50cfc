package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Made-up pools: documents of a few items each, each document about one of some topics. */
final class Pools {
    private static final int DIMENSIONS = 16;

    private Pools() {}

    /** The item lies near the topic of its document. */
    static Pool of(int items, int perDocument, int topics) {
        return of(items, perDocument, document -> topic(document, topics));
    }

    /** @param topic of a document */
    static Pool of(int items, int perDocument, IntUnaryOperator topic) {
        Random random = new Random(7);
        List<float[]> vectors = new ArrayList<>();
        int[] documents = new int[items];
        for (int item = 0; item < items; item++) {
            documents[item] = item / perDocument;
            vectors.add(near(topic.applyAsInt(documents[item]), 0.5, random));
        }
        return Pool.of(vectors, documents);
    }

    /** The topic of a document. */
    static int topic(int document, int topics) {
        return document % topics;
    }

    /** Pairs about a topic. */
    static List<float[]> pairs(int topic, int count) {
        Random random = new Random(31L * topic + count);
        List<float[]> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(near(topic, 0.5, random));
        }
        return pairs;
    }

    private static float[] near(int topic, double noise, Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (noise * random.nextGaussian() / Math.sqrt(DIMENSIONS));
        }
        vector[topic % DIMENSIONS] += 1;
        return Vectors.unit(vector);
    }
}
