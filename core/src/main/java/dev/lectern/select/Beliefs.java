package dev.lectern.select;

import java.util.BitSet;

/**
 * What documents are believed to yield, from what some of their items did. A document either keeps its promise, more or less, or yields
 * something else whatever it looks like: the two are weighed against each other, so that a few items without any worth are enough to give a
 * promising document up, while ordinary differences, which tell little of what the rest is worth, move the belief slowly.
 *
 * <p>All is reckoned in what kept promises turn out to be worth, since rewards of one target say nothing of those of another. Measured on mixed
 * pools; none of the constants matters much: half or twice of each changes the calls needed by a few per cent.
 */
final class Beliefs {
    /** How many verdicts of a judge the ordinary difference of a document from its promise is held at zero by. */
    static final double DOUBT_OF_VERDICTS = 6;

    /** How many rewards by vectors it is held by: those say of a row hardly more than its passage promised. */
    static final double DOUBT_OF_VECTORS = 80;

    /** The share of documents that yield something else, before any was told of. */
    private static final double BROKEN = 0.1;

    /** Spread of what documents that keep their promise yield, between documents and again between items of one. */
    private static final double KEPT_SPREAD = 0.3;

    /** Spread of what items yield that have nothing to do with the target. */
    private static final double OTHER_SPREAD = 0.4;

    /** Smallest spread of a mean, however many items it is of. */
    private static final double LEAST_SPREAD = 0.1;

    /** What a promise of 1 that is kept is thought to be worth, and how many documents that counts as. */
    private static final double WORTH = 0.5;

    private static final double WORTH_DOUBT = 5;

    /** From so many rewards on a document counts as one when that worth is reckoned. */
    private static final double WHOLE = 3;

    private static final double LEAST_WORTH = 0.05;

    private final double[] told;
    private final double[] rewards;
    private final double[] promises;
    private final BitSet known = new BitSet();
    private final double ordinaryDoubt;
    private double worth = WORTH;

    /** @param ordinaryDoubt how many rewards the ordinary difference of a document from its promise is held at zero by */
    Beliefs(int documents, double ordinaryDoubt) {
        this.ordinaryDoubt = ordinaryDoubt;
        told = new double[documents];
        rewards = new double[documents];
        promises = new double[documents];
    }

    /**
     * An item of the document was told of.
     *
     * @param promise what was expected of it
     * @param weight how many ordinary items it says as much as
     */
    void add(int document, double reward, double promise, double weight) {
        known.set(document);
        told[document] += weight;
        rewards[document] += weight * reward;
        promises[document] += weight * promise;
    }

    /** All of a round were added. What a kept promise is worth, and which were kept, each follow from the other: twice is enough. */
    void weigh() {
        for (int time = 0; time < 2; time++) {
            double came = WORTH_DOUBT * WORTH;
            double expected = WORTH_DOUBT;
            for (int document = known.nextSetBit(0); document >= 0; document = known.nextSetBit(document + 1)) {
                double promise = promises[document] / told[document];
                double share = (1 - broken(document)) * Math.min(1, told[document] / WHOLE);
                came += share * promise * rewards[document] / told[document];
                expected += share * promise * promise;
            }
            worth = Math.max(LEAST_WORTH, came / expected);
        }
    }

    /** What an item of the document is worth by now, of which so much was expected; in kept promises. */
    double of(int document, double promise) {
        if (told[document] == 0) {
            return promise;
        }
        double more = (rewards[document] / worth - promises[document]) / (told[document] + ordinaryDoubt);
        return (1 - broken(document)) * (promise + more);
    }

    /** How much is known of the document, in items. */
    double told(int document) {
        return told[document];
    }

    /** What a promise of 1 that is kept is worth. */
    double worth() {
        return worth;
    }

    /** How likely it is that the document yields something else than it promises: by both likelihoods of the mean of what it yielded. */
    private double broken(int document) {
        double count = told[document];
        double mean = rewards[document] / count / worth;
        double missing = promises[document] / count - mean;
        if (missing <= 0) {
            return 0;
        }
        double kept = KEPT_SPREAD * KEPT_SPREAD * (1 + 1 / count);
        double other = LEAST_SPREAD * LEAST_SPREAD + OTHER_SPREAD * OTHER_SPREAD / count;
        double above = Math.max(0, mean);
        double evidence = (Math.log(kept / other) - above * above / other + missing * missing / kept) / 2;
        return 1 / (1 + (1 - BROKEN) / BROKEN * Math.exp(-evidence));
    }
}
