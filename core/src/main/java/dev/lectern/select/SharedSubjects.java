package dev.lectern.select;

import dev.lectern.learn.Clusters;
import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much items are about what the subjects of a goal have in common. Its pairs are held against the names of very many subjects (explicit semantic
 * analysis, Gabrilovich and Markovitch 2007); a class of these counts as far as each part of the goal is about some of them, be it about others
 * than the other parts are. So two cities lead to cities, a parliament and a regulator to public bodies.
 */
final class SharedSubjects {
    /** How many parts the pairs of a goal are told apart by. */
    private static final int PARTS = 2;

    /** A part of fewer pairs is no part: chance tells what it is about. */
    private static final int LEAST = 3;

    /** At the most so many pairs tell what a goal is about. */
    private static final int PAIRS = 400;

    /** So many items, spread evenly over the pool, tell how much items are about each subject in the mean, and how much that varies. */
    private static final int LOOKED_AT = 4000;

    /** What varies less, in cosines, tells nothing. */
    private static final double NOTHING = 1e-4;

    /** Where a class is shared so much (squares of standard deviations, summed, by the root of its size), what it says counts half. */
    private static final double DOUBT = 1;

    private final Likeness likeness;
    private final Subjects subjects;
    private final long seed;
    private final int size;
    private final List<Space> spaces = new ArrayList<>();

    SharedSubjects(Likeness likeness, Pool pool, Subjects subjects, long seed) {
        this.likeness = likeness;
        this.subjects = subjects;
        this.seed = seed;
        this.size = pool.size();
        for (int space = 0; space < pool.spaces(); space++) {
            spaces.add(new Space(space, pool));
        }
    }

    /** What is known of the subjects whose names lie in one space. */
    private final class Space {
        private final int ordinal;
        /** Ordinals of all items of the space. */
        private final int[] items;
        /** Of each subject its name's vector without what all names share; null where it lies elsewhere or tells nothing. */
        private final float[][] names = new float[subjects.vectors().size()][];

        private final double[] means = new double[names.length];
        private final double[] deviations = new double[names.length];

        Space(int ordinal, Pool pool) {
            this.ordinal = ordinal;
            this.items = IntStream.range(0, pool.size())
                    .filter(item -> pool.space(item) == ordinal)
                    .toArray();
            int[] here = IntStream.range(0, names.length)
                    .filter(subject -> likeness.space(subjects.vectors().get(subject)) == ordinal)
                    .toArray();
            List<float[]> rests = Vectors.withoutMiddle(
                    Arrays.stream(here).mapToObj(subjects.vectors()::get).toList());
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

        /** By how many standard deviations these vectors are more about each subject than items are. */
        private double[] about(List<float[]> vectors) {
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

        private int[] members(int[] subjectsOfClass) {
            return Arrays.stream(subjectsOfClass)
                    .filter(subject -> names[subject] != null)
                    .toArray();
        }
    }

    /**
     * For each item by how many standard deviations it is more about what the goal's subjects share than items of its space are; less where they share
     * little, 0 where they share nothing.
     *
     * @param goal of {@link Likeness#target}
     */
    double[] ofItems(Target.Goal goal, Smoothing smoothing) {
        double[] all = new double[size];
        List<float[]> pairs = Representatives.few(goal, PAIRS, PAIRS, seed).pairs();
        for (Space space : spaces) {
            List<float[]> own = pairs.stream()
                    .filter(pair -> likeness.space(pair) == space.ordinal)
                    .toList();
            if (!own.isEmpty() && space.items.length > 1) {
                add(all, space, own, smoothing);
            }
        }
        return all;
    }

    private void add(double[] all, Space space, List<float[]> pairs, Smoothing smoothing) {
        double[] shared = shared(space, pairs);
        double most = Arrays.stream(shared).max().orElse(0);
        if (most == 0) {
            return;
        }
        float[] direction = direction(space, shared, most);
        double[] about = new double[all.length];
        for (int item : space.items) {
            about[item] = Vectors.dot(direction, likeness.vector(item));
        }
        double[] smooth = smoothing.of(about);
        double[] own =
                Arrays.stream(space.items).mapToDouble(item -> smooth[item]).toArray();
        double mean = Arrays.stream(own).average().orElse(0);
        double deviation = Deviation.of(own);
        if (deviation > 0) {
            double counts = most / (most + DOUBT);
            for (int item : space.items) {
                all[item] = counts * (smooth[item] - mean) / deviation;
            }
        }
    }

    /** How much each class is shared by the parts of a goal: as much as by the part that is about it least. */
    private double[] shared(Space space, List<float[]> pairs) {
        double[] shared = new double[subjects.classes().size()];
        Arrays.fill(shared, Double.POSITIVE_INFINITY);
        for (List<float[]> part : parts(pairs)) {
            double[] about = space.about(part);
            for (int each = 0; each < shared.length; each++) {
                int[] members = space.members(subjects.classes().get(each));
                double squares = Arrays.stream(members)
                        .mapToDouble(subject -> Math.max(0, about[subject]))
                        .map(much -> much * much)
                        .sum();
                shared[each] = Math.min(shared[each], members.length == 0 ? 0 : squares / Math.sqrt(members.length));
            }
        }
        return shared;
    }

    private List<List<float[]>> parts(List<float[]> pairs) {
        Clusters clusters =
                new KMeans(Math.clamp(pairs.size() / 2, 1, PARTS), KMeans.ROUNDS, seed, 1).of(Rows.of(pairs));
        List<List<float[]>> parts = IntStream.range(0, clusters.count())
                .filter(part -> clusters.size(part) >= LEAST)
                .mapToObj(part -> Arrays.stream(clusters.members(part))
                        .mapToObj(pairs::get)
                        .toList())
                .toList();
        return parts.isEmpty() ? List.of(pairs) : parts;
    }

    /** Along which the items of classes that are shared lie, each subject by how much it varies: all others lie against it. */
    private float[] direction(Space space, double[] shared, double most) {
        double[] weights = new double[space.names.length];
        for (int each = 0; each < shared.length; each++) {
            int[] members = space.members(subjects.classes().get(each));
            for (int subject : members) {
                double share = shared[each] / most;
                weights[subject] += share * share / Math.sqrt(members.length);
            }
        }
        int[] known = space.members(IntStream.range(0, weights.length).toArray());
        double mean = Arrays.stream(known)
                .mapToDouble(subject -> weights[subject])
                .average()
                .orElse(0);
        double[] sum = new double[space.names[known[0]].length];
        for (int subject : known) {
            double weight = (weights[subject] - mean) / space.deviations[subject];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * space.names[subject][i];
            }
        }
        float[] direction = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            direction[i] = (float) sum[i];
        }
        return Vectors.unit(direction);
    }
}
