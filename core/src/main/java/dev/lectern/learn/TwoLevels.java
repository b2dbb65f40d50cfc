package dev.lectern.learn;

import java.util.Arrays;

/**
 * Clusters of more rows than memory holds: a few large ones are found on a sample, all rows are brought to them in one pass, and each is
 * then clustered by itself. In memory are the sample, the rows of one large cluster for each thread, and the centres. A row is in the
 * nearest cluster of its large one; beyond its border there may be a nearer one. A large one that is itself very large is clustered in two
 * levels again.
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
                .inMemory(wanted.sample(rows, SAMPLE * large))
                .centres();
        int[] of = new int[rows.size()];
        Products.largest(rows, tops, wanted.threads(), of, new float[rows.size()]);
        Clusters parts = new Clusters(of, tops);
        Clusters[] inside = new Clusters[tops.size()];
        Parallel.pieces(wanted.threads(), inside.length, 1, (top, end) -> {
            // Not empty: the rows of the sample that made it are among them.
            int[] members = parts.members(top);
            inside[top] = inside(with(share(members.length), wanted.seed() + 1 + top, 1), members);
        });
        return joined(parts, inside);
    }

    /** Where most of the rows came to lie together, two levels more would gain nothing. */
    private Clusters inside(KMeans share, int[] members) {
        Rows own = members.length <= KMeans.MANY ? rows.take(members) : rows.only(members);
        return members.length <= rows.size() / 2 ? share.of(own) : share.inOneLevel(own);
    }

    private KMeans with(int clusters, long seed, int threads) {
        return new KMeans(clusters, wanted.rounds(), seed, threads);
    }

    /** Its clusters of all that are wanted, by its rows. */
    private int share(int members) {
        return (int) Math.max(1, Math.round((double) wanted.clusters() * members / rows.size()));
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
