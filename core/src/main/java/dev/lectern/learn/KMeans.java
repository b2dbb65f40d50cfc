package dev.lectern.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Spherical k-means: rows of unit length go to the centre they have the largest cosine with, centres are the directions of their rows'
 * sums. Begins by k-means++ (Arthur and Vassilvitskii 2007). The same for any number of threads: sums go over rows in order.
 *
 * @param clusters how many to make; fewer come out if there are fewer different rows
 * @param rounds the most rounds of moving centres; it ends sooner when hardly a row changes its cluster
 * @param seed what the first centres are drawn by
 * @param threads how many threads work
 */
public record KMeans(int clusters, int rounds, long seed, int threads) {
    /** Most collections stand still after some twenty; FAISS takes 25. */
    public static final int ROUNDS = 25;
    /** Passages to a cluster: the best of 10 to 200 in the study of EQUAL's bandit on 1,900 passages (50 clusters). */
    private static final int PASSAGES_TO_A_CLUSTER = 40;
    /** Pulls to a cluster that the budget must allow for: with fewer, nothing is learnt of a cluster before the budget is gone. */
    private static final int PULLS_TO_A_CLUSTER = 2;
    /** No more than these, however many passages: a round looks at every cluster, and no budget comes to so many. */
    private static final int MOST = 4096;
    /** Up to so many rows are held in memory, and clustered in one level. */
    static final int MANY = 100_000;
    /** So few clusters are found in one level among any number of rows: a sample of some thousand rows makes them. */
    private static final int FEW = 64;
    /** Up to so many products are made in a round: some 20,000 passages. Beyond, half a minute of plain loops would not do. */
    private static final long PRODUCTS = 10_000_000;
    /** Rows of a sample to a cluster. */
    private static final int SAMPLE = 25;
    /** Up to so many products are made in a round over the sample: some 2,000 clusters. */
    private static final long SAMPLE_PRODUCTS = 100_000_000;
    /** It ends when no more than this share of rows has changed its cluster. */
    private static final double STILL = 1e-3;
    /** Products above this are of the same row: unit vectors of floats come no nearer to 1. */
    private static final double SAME = 1 - 1e-6;

    public KMeans {
        if (clusters < 1) {
            throw new IllegalArgumentException("clusters must be at least 1, not " + clusters);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, not " + threads);
        }
    }

    /**
     * How many clusters for so many passages and a budget of so many extractions: one for 40 passages, but no more than half the
     * budget, at least 8 where there are as many passages, and at most 4,096. EQUAL's own number (1,000 for 1.46 million and a budget of 73,000)
     * is for pulls of ten documents each.
     */
    public static int countFor(int passages, int budget) {
        int most = Math.min(passages / PASSAGES_TO_A_CLUSTER, budget / PULLS_TO_A_CLUSTER);
        return Math.clamp(Math.min(most, MOST), Math.clamp(passages, 1, 8), Math.max(1, passages));
    }

    /**
     * Clusters of these rows. Of more than 100,000 rows, a few clusters are made of a sample, many in two levels; then only some of the rows
     * are in memory at a time.
     */
    public Clusters of(Rows rows) {
        if (rows.size() == 0) {
            throw new IllegalArgumentException("no rows to cluster");
        }
        boolean many = rows.size() > MANY || (long) enough(rows) * clusters > SAMPLE_PRODUCTS;
        return many && clusters > FEW ? new TwoLevels(this, rows).find() : inOneLevel(rows);
    }

    /** Of very many rows, a sample makes the centres. */
    Clusters inOneLevel(Rows rows) {
        boolean few = rows.size() <= MANY && (long) rows.size() * clusters <= PRODUCTS;
        return few ? inMemory(rows) : bySample(rows, enough(rows));
    }

    private int enough(Rows rows) {
        return (int) Math.min(rows.size(), (long) SAMPLE * clusters);
    }

    /** Centres of some rows, to which then all are brought in one pass. */
    private Clusters bySample(Rows rows, int size) {
        Rows centres = inMemory(sample(rows, size)).centres();
        int[] of = new int[rows.size()];
        Products.largest(rows, centres, threads, of, new float[rows.size()]);
        return withoutEmpty(of, centres);
    }

    /** Rows drawn by the seed, in order of their numbers, so that a file is read from front to back. */
    Rows sample(Rows rows, int size) {
        SplittableRandom chance = new SplittableRandom(seed);
        int[] drawn = new int[Math.min(size, rows.size())];
        int found = 0;
        for (int row = 0; found < drawn.length; row++) {
            if (chance.nextInt(rows.size() - row) < drawn.length - found) {
                drawn[found++] = row;
            }
        }
        return rows.take(drawn);
    }

    Clusters inMemory(Rows rows) {
        Rows centres = firstCentres(rows);
        int[] of = new int[rows.size()];
        int[] before = new int[rows.size()];
        float[] products = new float[rows.size()];
        Products.largest(rows, centres, threads, of, products);
        int moving = rows.size();
        for (int round = 0; round < rounds && moving > STILL * rows.size(); round++) {
            System.arraycopy(of, 0, before, 0, of.length);
            centres = moved(rows, of, products, centres.size());
            Products.largest(rows, centres, threads, of, products);
            moving = differing(of, before);
        }
        return withoutEmpty(of, centres);
    }

    private static int differing(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    /** Draws rows as centres, each by how far it is from those drawn before; stops when no row differs from all of them. */
    private Rows firstCentres(Rows rows) {
        SplittableRandom chance = new SplittableRandom(seed);
        int most = Math.min(clusters, rows.size());
        int[] drawn = new int[most];
        drawn[0] = chance.nextInt(rows.size());
        double[] far = new double[rows.size()];
        Arrays.fill(far, Double.MAX_VALUE);
        for (int c = 1; c < most; c++) {
            float[] last = rows.row(drawn[c - 1]);
            Parallel.pieces(threads, rows.size(), 4096, (from, to) -> {
                for (int row = from; row < to; row++) {
                    double cosine = rows.dot(row, last);
                    far[row] = Math.min(far[row], cosine > SAME ? 0 : 1 - cosine);
                }
            });
            far[drawn[c - 1]] = 0;
            double sum = 0;
            for (double one : far) {
                sum += one;
            }
            if (sum <= 0) {
                return rows.take(Arrays.copyOf(drawn, c));
            }
            drawn[c] = at(far, chance.nextDouble() * sum);
        }
        return rows.take(drawn);
    }

    /** The first row at which the running sum passes {@code mark}. */
    private static int at(double[] far, double mark) {
        double sum = 0;
        int last = 0;
        for (int row = 0; row < far.length; row++) {
            if (far[row] == 0) {
                continue;
            }
            sum += far[row];
            last = row;
            if (sum > mark) {
                return row;
            }
        }
        return last;
    }

    /** New centres; one whose rows have all gone moves to the row that fits its own centre worst. */
    private Rows moved(Rows rows, int[] of, float[] products, int count) {
        int dimensions = rows.dimensions();
        Clusters now = new Clusters(refilled(of, products, count), Rows.of(new float[count * dimensions], dimensions));
        float[] centres = new float[count * dimensions];
        Parallel.pieces(threads, count, 1, (cluster, end) -> {
            double[] sum = new double[dimensions];
            float[] row = new float[dimensions];
            for (int member : now.members(cluster)) {
                rows.copy(member, 1, row, 0);
                for (int d = 0; d < dimensions; d++) {
                    sum[d] += row[d];
                }
            }
            Vectors.unitOf(sum, centres, cluster * dimensions);
        });
        return Rows.of(centres, dimensions);
    }

    private static int[] refilled(int[] of, float[] products, int count) {
        int[] sizes = new int[count];
        for (int cluster : of) {
            sizes[cluster]++;
        }
        int[] filled = of;
        for (int cluster = 0; cluster < count; cluster++) {
            if (sizes[cluster] > 0) {
                continue;
            }
            int worst = -1;
            for (int row = 0; row < of.length; row++) {
                if (sizes[filled[row]] < 2 || products[row] > SAME) {
                    continue;
                }
                if (worst < 0 || products[row] < products[worst]) {
                    worst = row;
                }
            }
            if (worst < 0) {
                break;
            }
            if (filled == of) {
                filled = of.clone();
            }
            sizes[filled[worst]]--;
            sizes[cluster]++;
            filled[worst] = cluster;
        }
        return filled;
    }

    static Clusters withoutEmpty(int[] of, Rows centres) {
        int[] sizes = new int[centres.size()];
        for (int cluster : of) {
            sizes[cluster]++;
        }
        int[] kept = IntStream.range(0, sizes.length).filter(c -> sizes[c] > 0).toArray();
        if (kept.length == sizes.length) {
            return new Clusters(of, centres);
        }
        int[] name = new int[sizes.length];
        for (int c = 0; c < kept.length; c++) {
            name[kept[c]] = c;
        }
        for (int row = 0; row < of.length; row++) {
            of[row] = name[of[row]];
        }
        return new Clusters(of, centres.take(kept));
    }
}
