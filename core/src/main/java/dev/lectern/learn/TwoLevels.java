package dev.lectern.learn;

/**
 * Clusters of more rows than memory holds: a few large ones are found on a sample, all rows are brought to them in one pass, and each is
 * then clustered by itself, in two levels again if it is itself very large; in the end borders between large ones are mended. In memory are
 * the sample, the rows of one large cluster unless it is too large for that, and the centres.
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
        Borders borders = new Borders(rows, tops, wanted.threads());
        Clusters parts = new Clusters(borders.nearest(), tops);
        Clusters[] inside = new Clusters[tops.size()];
        // One after the other, with all threads at work in each: the rows of no more than one are held.
        for (int top = 0; top < inside.length; top++) {
            // Not empty: the rows of the sample that made it are among them.
            int[] members = parts.members(top);
            inside[top] = inside(with(share(members.length), wanted.seed() + 1 + top, wanted.threads()), members);
        }
        return joined(inside, borders);
    }

    /** Where most of the rows came to lie together, two levels more would gain nothing. */
    private Clusters inside(KMeans share, int[] members) {
        Rows own = HeldRows.few(members.length, rows.dimensions()) ? rows.take(members) : rows.only(members);
        return members.length <= rows.size() / 2 ? share.of(own) : share.inOneLevel(own);
    }

    private KMeans with(int clusters, long seed, int threads) {
        return new KMeans(clusters, wanted.rounds(), seed, threads);
    }

    /** Its clusters of all that are wanted, by its rows. */
    private int share(int members) {
        return (int) Math.max(1, Math.round((double) wanted.clusters() * members / rows.size()));
    }

    private Clusters joined(Clusters[] inside, Borders borders) {
        int dimensions = rows.dimensions();
        int[] starts = new int[inside.length + 1];
        for (int top = 0; top < inside.length; top++) {
            starts[top + 1] = starts[top] + inside[top].count();
        }
        float[] centres = new float[Math.multiplyExact(starts[inside.length], dimensions)];
        for (int top = 0; top < inside.length; top++) {
            inside[top].centres().copy(0, inside[top].count(), centres, starts[top] * dimensions);
        }
        return borders.mended(Rows.of(centres, dimensions), starts);
    }
}
