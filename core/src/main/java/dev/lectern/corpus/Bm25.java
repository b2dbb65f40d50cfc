package dev.lectern.corpus;

/**
 * BM25 (Robertson and others, Okapi at TREC-3, 1994) with coarse statistics of the corpus: numbers of passages in steps of 2 and 4, the
 * usual length in steps of 2. So an edit moves the score of hardly any other passage, and a question that is asked again finds what it
 * found before.
 */
public final class Bm25 {
    /** How soon a word that comes again stops counting: 1.2, the usual choice. */
    public static final double K1 = 1.2;

    /** How much longer passages are held back: 0.75, the usual choice. */
    public static final double B = 0.75;

    private Bm25() {}

    /** What a word is worth that stands in so many of so many passages. */
    public static double rarity(long with, long all) {
        double few = step(with, 1);
        double many = Math.max(step(all, 2), few);
        return StrictMath.log(1 + (many - few + 0.5) / (few + 0.5));
    }

    /** The usual length, for {@link #weight}. */
    public static double usualLength(long words, long passages) {
        return passages == 0 ? 1 : Math.max(1, step(words / passages, 1));
    }

    /** What a word that stands so often in a passage of that length adds to the score, over its rarity. */
    public static double weight(double times, double length, double usualLength) {
        return times / (times + K1 * (1 - B + B * length / usualLength));
    }

    /** The power of 2 (of 4, where {@code bits} is 2) at or below the number. */
    private static double step(long number, int bits) {
        int log = 63 - Long.numberOfLeadingZeros(Math.max(1, number));
        return (double) (1L << (log / bits * bits));
    }
}
