package dev.lectern.select;

import dev.lectern.learn.Clusters;
import dev.lectern.learn.KMeans;
import dev.lectern.learn.Rows;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How alike the parts of documents and of a goal are. Documents of one kind have the same parts whatever each is about: a land its climate,
 * history and trade, a person youth, office and death. So from each passage the middle of its document is taken, from each pair the middle of
 * the pairs on the same subject; what is left says what part it is. A document is like the goal as far as it has, for each of the pairs, passages
 * that are that part.
 */
final class Structure {
    /** How many subjects the pairs of a goal are told apart by. One, three or four make little difference. */
    private static final int SUBJECTS = 2;

    /** Of fewer passages, or pairs, nothing can be said: their middle is what they are. */
    private static final int LEAST = 3;

    /** At the most so many passages of a document, spread evenly over it, tell what it is made of. */
    private static final int PASSAGES = 400;

    /** At the most so many pairs tell what a goal is made of. */
    private static final int PAIRS = 100;

    private final Likeness likeness;
    private final Groups documents;
    private final long seed;

    Structure(Likeness likeness, Groups documents, long seed) {
        this.likeness = likeness;
        this.documents = documents;
        this.seed = seed;
    }

    /**
     * For each document by how much it is more like the goal than a document is in the mean, in its own space; 0 where that can't be said: of a
     * short document, and where the goal has few pairs.
     *
     * @param goal of {@link Likeness#target}
     */
    double[] ofDocuments(Target.Goal goal) {
        Map<Integer, List<float[]>> wanted = Representatives.few(goal, PAIRS, PAIRS, seed).pairs().stream()
                .collect(Collectors.groupingBy(likeness::space, TreeMap::new, Collectors.toList()));
        wanted.replaceAll((space, pairs) -> parts(pairs));
        wanted.values().removeIf(parts -> parts.size() < LEAST);
        double[] alike = new double[documents.count()];
        Map<Integer, List<Integer>> known = new TreeMap<>();
        for (int document = 0; document < alike.length; document++) {
            int[] items = documents.members(document);
            if (items.length < LEAST) {
                continue;
            }
            List<float[]> wantedHere = wanted.getOrDefault(likeness.space(items[0]), List.of());
            if (wantedHere.isEmpty()) {
                continue;
            }
            List<float[]> parts = Vectors.withoutMiddle(likeness.some(items, PASSAGES));
            alike[document] = wantedHere.stream()
                    .mapToDouble(part -> Likeness.of(part, parts))
                    .average()
                    .orElse(0);
            known.computeIfAbsent(likeness.space(items[0]), made -> new ArrayList<>())
                    .add(document);
        }
        known.values().forEach(ofSpace -> lessMean(alike, ofSpace));
        return alike;
    }

    private void lessMean(double[] alike, List<Integer> some) {
        double sum = 0;
        long count = 0;
        for (int document : some) {
            sum += alike[document] * documents.size(document);
            count += documents.size(document);
        }
        double mean = sum / count;
        some.forEach(document -> alike[document] -= mean);
    }

    /** Pairs of subjects that have too few are left out. */
    private List<float[]> parts(List<float[]> pairs) {
        int subjects = Math.clamp(pairs.size() / 2, 1, SUBJECTS);
        Clusters clusters = new KMeans(subjects, KMeans.ROUNDS, seed, 1).of(Rows.of(pairs));
        List<float[]> parts = new ArrayList<>();
        for (int subject = 0; subject < clusters.count(); subject++) {
            if (clusters.size(subject) >= LEAST) {
                parts.addAll(Vectors.withoutMiddle(Arrays.stream(clusters.members(subject))
                        .mapToObj(pairs::get)
                        .toList()));
            }
        }
        return parts;
    }
}
