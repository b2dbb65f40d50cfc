package dev.lectern.learn;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Clusters of more rows than memory holds: a few large ones are found on a sample, all rows are brought to them in one pass, and each is
 * then clustered by itself. In memory are the sample, the rows of one large cluster for each thread, and the centres. A row is in the
 * nearest cluster of its large one; beyond its border there may be a nearer one.
 */
final class TwoLevels {
    /** Rows of the sample to a large cluster: with more, centres hardly move any more (FAISS's default limit). */
    private static final int SAMPLE = 256;

    private final KMeans wanted;
    private final Rows rows;

    TwoLevels(KMeans wanted, Rows rows) {
        this.wanted = wanted;
        this.rows = rows;
    }

    Clusters find() {
        int large = (int) Math.ceil(Math.sqrt(wanted.clusters()));
        Rows tops = with(large, wanted.seed(), wanted.threads())
                .inMemory(sample(SAMPLE * large))
                .centres();
        int[] of = new int[rows.size()];
        Products.largest(rows, tops, wanted.threads(), of, new float[rows.size()]);
        Clusters parts = new Clusters(of, tops);
        // No large cluster is empty: each has at least the rows of the sample that it was made of.
        Clusters[] inside = new Clusters[tops.size()];
        Parallel.pieces(wanted.threads(), inside.length, 1, (top, end) -> {
            int[] members = parts.members(top);
            inside[top] =
                    with(share(members.length), wanted.seed() + 1 + top, 1).of(rows.take(members));
        });
        return joined(parts, inside);
    }

    private KMeans with(int clusters, long seed, int threads) {
        return new KMeans(clusters, wanted.rounds(), seed, threads);
    }

    /** Its clusters of all that are wanted, by its rows. */
    private int share(int members) {
        return (int) Math.max(1, Math.round((double) wanted.clusters() * members / rows.size()));
    }

    /** Rows drawn by the seed, in order of their numbers, so that a file is read from front to back. */
    private Rows sample(int size) {
        SplittableRandom chance = new SplittableRandom(wanted.seed());
        int[] drawn = new int[Math.min(size, rows.size())];
        int found = 0;
        for (int row = 0; found < drawn.length; row++) {
            if (chance.nextInt(rows.size() - row) < drawn.length - found) {
                drawn[found++] = row;
            }
        }
        return rows.take(drawn);
    }

    private Clusters joined(Clusters parts, Clusters[] inside) {
        int count = Arrays.stream(inside).mapToInt(Clusters::count).sum();
        int dimensions = rows.dimensions();
        float[] centres = new float[Math.multiplyExact(count, dimensions)];
        int[] of = new int[rows.size()];
        int first = 0;
        for (int top = 0; top < inside.length; top++) {
            int[] members = parts.members(top);
            for (int i = 0; i < members.length; i++) {
                of[members[i]] = first + inside[top].of(i);
            }
            inside[top].centres().copy(0, inside[top].count(), centres, first * dimensions);
            first += inside[top].count();
        }
        return new Clusters(of, Rows.of(centres, dimensions));
    }
}
