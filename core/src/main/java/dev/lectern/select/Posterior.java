package dev.lectern.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * Expects of each item what its {@link Prior} promises, as far as its document is believed to keep such promises. Where a judge says what rows are worth, its verdicts are carried to other documents too. Names the items of which most is expected; where {@code explore} is set, items of a document that is not known
 * yet count the less the more of them were named in the same round, in which nothing is told.
 */
final class Posterior extends ItemLearner {
    /** What is expected of any item, the bulk of the pool included, where 1 is expected of the nearest. */
    private static final double LEAST = 0.1;

    /** How much an item without pairs says of its document: extraction may have failed for any reason. */
    private static final double EMPTY = 0.2;

    /** How many items of a document named in one round take half of {@code explore} off the next. */
    private static final double HALF = 4;

    /** How many more items one that was told of allows to be named. */
    private static final double ALLOWED = 3;

    /** How many items the prior of a cluster counts as. */
    private static final double CLUSTER_DOUBT = 10;

    private final Beliefs beliefs;
    private final double explore;
    private final int[] clusterCount;
    private final double[] clusterPromise;
    private final Optional<Carried> carried;
    private final boolean judged;
    private final Map<Integer, Double> promised = new HashMap<>();

    Posterior(Pool pool, Target target, Settings settings) {
        super(pool, target, settings, settings.byDocument() ? Groups.byDocument(pool) : Groups.apart(pool));
        this.explore = settings.feedback() ? settings.explore() : 0;
        this.clusterCount = new int[clusters.count()];
        this.clusterPromise = new double[clusters.count()];
        this.judged = settings.reward() == Reward.JUDGE;
        this.beliefs = new Beliefs(documents.count(), judged ? Beliefs.DOUBT_OF_VERDICTS : Beliefs.DOUBT_OF_VECTORS);
        boolean carries = settings.feedback() && settings.carry() && judged;
        this.carried = carries && pool.size() > 0
                ? Optional.of(new Carried(pool, target, documents, clusters, settings.seed()))
                : Optional.empty();
    }

    @Override
    void observe(Yield told, double paid) {
        clusterCount[clusters.of(told.item())]++;
        double weight = told.pairs().isEmpty() ? EMPTY : 1;
        double promise = promised(told);
        clusterPromise[clusters.of(told.item())] += promise;
        beliefs.add(documents.of(told.item()), paid, promise, weight);
        carried.ifPresent(all -> told.given().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .ifPresent(verdict -> all.add(told.item(), verdict)));
    }

    /**
     * What was expected of the item. Rewards by vectors can only be as near as the passage looked: they know nothing of its document's parts. That
     * nothing came at all needs no vectors.
     */
    private double promised(Yield told) {
        int item = told.item();
        if (judged) {
            return Optional.ofNullable(promised.remove(item)).orElseGet(() -> LEAST + prior.of(item));
        }
        return LEAST + (told.pairs().isEmpty() ? prior.of(item) : prior.looks(item));
    }

    @Override
    void taken() {
        beliefs.weigh();
    }

    /** What is promised of these items beyond what is of any. */
    private double[] promises(int[] items) {
        double[] priors = Arrays.stream(items).mapToDouble(prior::of).toArray();
        return carried.map(all -> all.promises(items, priors)).orElse(priors);
    }

    @Override
    int[] choose(int most) {
        Map<Integer, List<Scored>> byDocument = new TreeMap<>();
        int[] items = Candidates.of(this, most);
        double[] promises = promises(items);
        for (int i = 0; i < items.length; i++) {
            int document = documents.of(items[i]);
            double promise = LEAST + promises[i];
            byDocument
                    .computeIfAbsent(document, made -> new ArrayList<>())
                    .add(new Scored(items[i], promise, beliefs.of(document, promise)));
        }
        PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingDouble((Head head) -> -head.key())
                .thenComparingInt(head -> head.items().get(head.at()).item()));
        byDocument.forEach((document, own) -> {
            own.sort(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparingInt(Scored::item));
            heads.add(head(document, own, 0));
        });
        int[] chosen = new int[most];
        int count = 0;
        while (count < most) {
            Head best = heads.remove();
            Scored one = best.items().get(best.at());
            chosen[count++] = one.item();
            if (judged) {
                promised.put(one.item(), one.promise());
            }
            if (best.at() + 1 < best.items().size()) {
                heads.add(head(best.document(), best.items(), best.at() + 1));
            }
        }
        return chosen;
    }

    private record Scored(int item, double promise, double score) {}

    /** A document and the best of its items that is left; {@code at} were named in this round. */
    private record Head(int document, List<Scored> items, int at, double key) {}

    private Head head(int document, List<Scored> items, int at) {
        double blind = at / (1 + ALLOWED * beliefs.told(document));
        return new Head(document, items, at, items.get(at).score() - explore * blind / (blind + HALF));
    }

    /** What the cluster promises, and by how much what came of it so far was more or less than was expected, in kept promises. */
    @Override
    double bound(int cluster) {
        if (!settings.feedback()) {
            return prior(cluster);
        }
        double promise =
                carried.map(all -> all.promise(cluster, prior(cluster))).orElse(prior(cluster));
        double more = paid(cluster) / beliefs.worth() - clusterPromise[cluster];
        return promise + more / (CLUSTER_DOUBT + clusterCount[cluster]);
    }
}
