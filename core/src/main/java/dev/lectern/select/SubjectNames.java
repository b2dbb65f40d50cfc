package dev.lectern.select;

import dev.lectern.learn.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The names of subjects that lie in one space, and how much its items are about each in the mean (explicit semantic analysis, Gabrilovich and Markovitch 2007). */
final class SubjectNames {
    /** So many items, spread evenly over the space, tell how much items are about each subject in the mean, and how much that varies. */
    private static final int LOOKED_AT = 4000;

    /** What varies less, in cosines, tells nothing. */
    private static final double NOTHING = 1e-4;

    private final int space;
    private final int[] items;
    /** Of each subject its name's vector without what all names share; null where it lies elsewhere or tells nothing. */
    private final float[][] names;

    private final double[] means;
    private final double[] deviations;

    /**
     * @param space the ordinal of the space
     * @param items ordinals of all items of the space
     */
    SubjectNames(Likeness likeness, List<float[]> vectors, int space, int[] items) {
        this.space = space;
        this.items = items;
        names = new float[vectors.size()][];
        means = new double[names.length];
        deviations = new double[names.length];
        int[] here = IntStream.range(0, names.length)
                .filter(subject -> likeness.space(vectors.get(subject)) == space)
                .toArray();
        List<float[]> rests =
                Vectors.withoutMiddle(Arrays.stream(here).mapToObj(vectors::get).toList());
        List<float[]> sample = here.length == 0 ? List.of() : likeness.some(items, LOOKED_AT);
        for (int i = 0; i < here.length; i++) {
            float[] name = rests.get(i);
            double[] about = sample.stream()
                    .mapToDouble(vector -> Vectors.dot(name, vector))
                    .toArray();
            means[here[i]] = Arrays.stream(about).average().orElse(0);
            deviations[here[i]] = Deviation.of(about);
            names[here[i]] = deviations[here[i]] < NOTHING ? null : name;
        }
    }

    /** The ordinal of the space. */
    int space() {
        return space;
    }

    /** Ordinals of all items of the space. */
    int[] items() {
        return items;
    }

    /** What is told of the items of the space, in their order. */
    double[] told(double[] ofAll) {
        return Arrays.stream(items).mapToDouble(item -> ofAll[item]).toArray();
    }

    /** The vector of a subject that is known. */
    float[] name(int subject) {
        return names[subject];
    }

    /** By how many standard deviations these vectors are in the mean more about each subject than items are; 0 of what tells nothing. */
    double[] about(List<float[]> vectors) {
        double[] about = new double[names.length];
        for (int subject = 0; subject < names.length; subject++) {
            if (names[subject] != null) {
                double sum = 0;
                for (float[] vector : vectors) {
                    sum += Vectors.dot(names[subject], vector);
                }
                about[subject] = (sum / vectors.size() - means[subject]) / deviations[subject];
            }
        }
        return about;
    }

    /** Those of these subjects that tell something here. */
    int[] known(int[] subjects) {
        return Arrays.stream(subjects).filter(subject -> names[subject] != null).toArray();
    }

    /** Along which items lie that are about these subjects and about no others, each in its own standard deviations. Not of unit length. */
    float[] direction(int[] subjects) {
        int[] all = known(IntStream.range(0, names.length).toArray());
        double[] weights = new double[names.length];
        Arrays.fill(weights, -(double) subjects.length / all.length);
        for (int subject : subjects) {
            weights[subject] += 1;
        }
        float[] sum = new float[names[all[0]].length];
        for (int subject : all) {
            float weight = (float) (weights[subject] / deviations[subject]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * names[subject][i];
            }
        }
        return sum;
    }
}
