package dev.lectern.learn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a {@link Head} by contrast (InfoNCE): a document shall be nearer to a pair made of it than to the pairs of other documents in
 * the batch. Kept only if pairs that were held out find their document better than without it.
 *
 * @param rank directions of the head
 * @param temperature what cosines are divided by; EQUAL takes 0.02 on a whole encoder, 0.05 did best on frozen vectors
 * @param steps batches
 * @param batch documents in a batch
 * @param rate step of Adam
 * @param heldOut share of the documents whose pairs judge
 * @param gain by how much the mean reciprocal rank must rise, as a share of what it was
 * @param seed what batches and beginnings are drawn by
 */
public record Alignment(
        int rank, double temperature, int steps, int batch, double rate, double heldOut, double gain, long seed) {
    /** Fewer documents than these can neither teach nor judge. */
    private static final int FEWEST = 20;

    /** The settings of the study of heads on frozen vectors; the gate is that study's too. */
    public static Alignment usual(long seed) {
        return new Alignment(32, .05, 150, 64, 3e-4, .25, .02, seed);
    }

    /** What else a head has to show. */
    public interface Judge {
        /** @param heldOut rows of the documents that the head was not trained on, ascending */
        boolean passes(Head head, int[] heldOut);
    }

    /** The head, if it passes. */
    public Optional<Head> train(Rows documents, Rows pairs, int[] documentOf) {
        return train(documents, pairs, documentOf, (head, heldOut) -> true);
    }

    /**
     * The head, if it passes and the judge lets it.
     *
     * @param documents vectors of unit length
     * @param pairs vectors of unit length
     * @param documentOf for each pair the row of its document
     */
    public Optional<Head> train(Rows documents, Rows pairs, int[] documentOf, Judge judge) {
        if (pairs.size() != documentOf.length) {
            throw new IllegalArgumentException(documentOf.length + " documents named for " + pairs.size() + " pairs");
        }
        SplittableRandom chance = new SplittableRandom(seed);
        int[] kept = IntStream.of(documentOf).distinct().sorted().toArray();
        if (kept.length < FEWEST) {
            return Optional.empty();
        }
        boolean[] judges = new boolean[documents.size()];
        for (int document : kept) {
            judges[document] = chance.nextDouble() < heldOut;
        }
        int[] teaching = pairsOf(documentOf, judges, false);
        int[] judging = pairsOf(documentOf, judges, true);
        if (teaching.length < 2 || judging.length == 0) {
            return Optional.empty();
        }
        Training training = new Training(this, documents.dimensions(), chance.split());
        for (int step = 0; step < steps; step++) {
            training.step(documents, pairs, documentOf, drawn(teaching, documentOf, chance));
        }
        Head head = training.head();
        double before = rank(documents, pairs, documentOf, judging);
        double after = rank(head.of(documents), head.of(pairs), documentOf, judging);
        int[] heldOut =
                IntStream.range(0, judges.length).filter(row -> judges[row]).toArray();
        return after > before * (1 + gain) && judge.passes(head, heldOut) ? Optional.of(head) : Optional.empty();
    }

    /** The mean of 1 / rank of the own document among all, over these pairs. */
    static double rank(Rows documents, Rows pairs, int[] documentOf, int[] judging) {
        double[] ranks = new double[judging.length];
        Products.of(pairs.take(judging), documents, 1, (row, products, from) -> {
            float own = products[from + documentOf[judging[row]]];
            int better = 0;
            for (int document = 0; document < documents.size(); document++) {
                better += products[from + document] > own ? 1 : 0;
            }
            ranks[row] = 1.0 / (1 + better);
        });
        double sum = 0;
        for (double one : ranks) {
            sum += one;
        }
        return sum / ranks.length;
    }

    private static int[] pairsOf(int[] documentOf, boolean[] judges, boolean judging) {
        return IntStream.range(0, documentOf.length)
                .filter(pair -> judges[documentOf[pair]] == judging)
                .toArray();
    }

    /** Pairs for one batch, of different documents. */
    private int[] drawn(int[] teaching, int[] documentOf, SplittableRandom chance) {
        Map<Integer, Integer> pairOf = new LinkedHashMap<>();
        for (int i = 0; i < 4 * batch && pairOf.size() < batch; i++) {
            int pair = teaching[chance.nextInt(teaching.length)];
            pairOf.putIfAbsent(documentOf[pair], pair);
        }
        return pairOf.values().stream().mapToInt(Integer::intValue).toArray();
    }
}
