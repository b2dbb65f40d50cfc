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
 * How much items are about what the subjects of a goal have in common. Its pairs are held against the names of very many subjects; a class of these
 * counts as far as each part of the goal is about some of them, be it about others than the other parts are. An item is wanted that is about one
 * such class, or about any subject of it. So two cities lead to cities, a parliament and a regulator to public bodies.
 */
final class SharedSubjects {
    /** How many parts the pairs of a goal are told apart by. */
    private static final int PARTS = 2;

    /** At the most so many pairs tell what a goal is about. */
    private static final int PAIRS = 400;

    /** So many classes, those that are shared most, say what is wanted. */
    private static final int CLASSES = 12;

    /** So many single subjects say it beside them: those with most weight over all these classes. */
    private static final int NAMES = 32;

    /** A class that is shared half as much as another counts a quarter. */
    private static final double STEEP = 2;

    /**
     * Where a class is shared so much (squares of standard deviations, summed, by the root of its size), what it says counts half: little is shared
     * by chance as well.
     */
    private static final double DOUBT = 2;

    /** No item is told to be about what is wanted by more than so many standard deviations: what is very like the target stays in front, whatever it is about. */
    private static final double BOUND = 1.5;

    /** From so many standard deviations on more make no difference: a single item unlike all others must not make all others alike. */
    private static final double MOST = 30;

    /** So many directions are gone along in one pass over the vectors: what is in memory of all items is so many numbers each. */
    private static final int AT_ONCE = 8;

    private final Likeness likeness;
    private final Subjects subjects;
    private final long seed;
    private final int size;
    private final List<SubjectNames> spaces = new ArrayList<>();

    SharedSubjects(Likeness likeness, Pool pool, Subjects subjects, long seed) {
        this.likeness = likeness;
        this.subjects = subjects;
        this.seed = seed;
        this.size = pool.size();
        for (int space = 0; space < pool.spaces(); space++) {
            int ordinal = space;
            int[] items = IntStream.range(0, size)
                    .filter(item -> pool.space(item) == ordinal)
                    .toArray();
            spaces.add(new SubjectNames(likeness, subjects.vectors(), space, items));
        }
    }

    /** What an item may be about to be wanted: classes and single subjects, and how much each counts. */
    private record Wanted(List<float[]> directions, List<Double> weights) {
        void add(float[] direction, double weight) {
            directions.add(direction);
            weights.add(weight);
        }
    }

    /**
     * How much more each item is about anything that the goal's subjects share than items of its space are, in what {@code alike} is told in: at the most
     * {@value #BOUND} of its standard deviations in that space; less where they share little, 0 where they share nothing.
     *
     * @param goal of {@link Likeness#target}
     * @param alike how alike each item is to the goal
     */
    double[] ofItems(Target.Goal goal, double[] alike) {
        double[] all = new double[size];
        List<float[]> pairs = Representatives.few(goal, PAIRS, PAIRS, seed).pairs();
        for (SubjectNames space : spaces) {
            List<float[]> own = pairs.stream()
                    .filter(pair -> likeness.space(pair) == space.space())
                    .toList();
            if (!own.isEmpty() && space.items().length > 1) {
                double[] shared = shared(space, own);
                double most = Arrays.stream(shared).max().orElse(0);
                if (most > 0) {
                    double worth = most / (most + DOUBT) * Deviation.of(space.told(alike));
                    double[] about = about(space, wanted(space, shared));
                    for (int at = 0; at < about.length; at++) {
                        all[space.items()[at]] = worth * BOUND * Math.tanh(about[at] / BOUND);
                    }
                }
            }
        }
        return all;
    }

    /** How much each class is shared by the parts of a goal: as much as by the part that is about it least. */
    private double[] shared(SubjectNames space, List<float[]> pairs) {
        double[] shared = new double[subjects.classes().size()];
        Arrays.fill(shared, Double.POSITIVE_INFINITY);
        for (List<float[]> part : parts(pairs)) {
            double[] about = space.about(part);
            for (int each = 0; each < shared.length; each++) {
                int[] members = space.known(subjects.classes().get(each));
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
        return IntStream.range(0, clusters.count())
                .mapToObj(clusters::members)
                .filter(members -> members.length > 0)
                .map(members -> Arrays.stream(members).mapToObj(pairs::get).toList())
                .toList();
    }

    /** The classes that are shared most, and the subjects that count most in them: half of the weight each. */
    private Wanted wanted(SubjectNames space, double[] shared) {
        int[] classes = IntStream.of(Orders.best(shared))
                .filter(each -> shared[each] > 0)
                .limit(CLASSES)
                .toArray();
        double[] ofClasses = new double[shared.length];
        double[] ofNames = new double[subjects.vectors().size()];
        for (int each : classes) {
            int[] members = space.known(subjects.classes().get(each));
            ofClasses[each] = Math.pow(shared[each] / shared[classes[0]], STEEP);
            for (int subject : members) {
                ofNames[subject] += ofClasses[each] / Math.sqrt(members.length);
            }
        }
        int[] names = IntStream.of(Orders.best(ofNames))
                .filter(subject -> ofNames[subject] > 0)
                .limit(NAMES)
                .toArray();
        double allClasses = Arrays.stream(ofClasses).sum();
        double allNames =
                Arrays.stream(names).mapToDouble(name -> ofNames[name]).sum();
        Wanted wanted = new Wanted(new ArrayList<>(), new ArrayList<>());
        for (int each : classes) {
            int[] members = space.known(subjects.classes().get(each));
            wanted.add(space.direction(members), ofClasses[each] / allClasses);
        }
        for (int name : names) {
            wanted.add(space.name(name), ofNames[name] / allNames);
        }
        return wanted;
    }

    /**
     * By how many standard deviations each item of the space is more about any of what is wanted than items are. Each by itself, before
     * the sum: a document whose passages are about different subjects that are wanted is not to be told by their mean, which is about none.
     */
    private double[] about(SubjectNames space, Wanted wanted) {
        double[] sums = new double[space.items().length];
        for (int from = 0; from < wanted.directions().size(); from += AT_ONCE) {
            int to = Math.min(wanted.directions().size(), from + AT_ONCE);
            double[][] along = along(space, wanted.directions().subList(from, to));
            for (int i = 0; i < along.length; i++) {
                double weight = wanted.weights().get(from + i);
                double[] much = standard(along[i]);
                Arrays.setAll(sums, at -> sums[at] + weight * Math.exp(Math.clamp(much[at], -MOST, MOST)));
            }
        }
        Arrays.setAll(sums, at -> Math.log(sums[at]));
        return standard(sums);
    }

    /** How far the items of the space lie along these directions, by one pass over the vectors, which may lie in a file. */
    private double[][] along(SubjectNames space, List<float[]> directions) {
        double[][] along = new double[directions.size()][space.items().length];
        for (int at = 0; at < space.items().length; at++) {
            float[] vector = likeness.vector(space.items()[at]);
            for (int i = 0; i < along.length; i++) {
                along[i][at] = Vectors.dot(directions.get(i), vector);
            }
        }
        return along;
    }

    /** In standard deviations from the mean; 0 where nothing varies. */
    private static double[] standard(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double deviation = Deviation.of(values);
        return Arrays.stream(values)
                .map(value -> deviation > 0 ? (value - mean) / deviation : 0)
                .toArray();
    }
}
