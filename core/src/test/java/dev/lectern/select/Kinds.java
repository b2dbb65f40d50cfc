package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up documents of two kinds: each is about a subject of its own, and those of a kind are made of the same parts. The subjects of the first kind
 * lie near what the target is about.
 */
final class Kinds {
    private static final int SUBJECTS = 20;
    private static final int PARTS = 3;
    private static final float NEAR = 0.3f;
    private static final int DIMENSIONS = SUBJECTS + 2 * PARTS;

    private Kinds() {}

    /** Documents of so many passages each, one for each subject but the last two, whose kind is their ordinal's last bit. */
    static Pool pool(int passages) {
        Random random = new Random(3);
        List<float[]> vectors = new ArrayList<>();
        int[] documents = new int[(SUBJECTS - 2) * passages];
        for (int item = 0; item < documents.length; item++) {
            documents[item] = item / passages;
            float[] text = text(documents[item], documents[item] % 2, item % PARTS, random);
            text[SUBJECTS - 1] += documents[item] % 2 == 0 ? NEAR : 0;
            vectors.add(Vectors.unit(text));
        }
        return Pool.of(vectors, documents);
    }

    /** Pairs about two subjects that no document has, made of the parts of a kind. */
    static Target target(int kind, int count) {
        Random random = new Random(5);
        List<float[]> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pairs.add(text(SUBJECTS - 1 - i % 2, kind, i / 2 % PARTS, random));
        }
        return Target.of(pairs);
    }

    private static float[] text(int subject, int kind, int part, Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (0.05 * random.nextGaussian());
        }
        vector[subject] += 1;
        vector[SUBJECTS + kind * PARTS + part] += 0.5f;
        return Vectors.unit(vector);
    }
}
