package dev.lectern.select;

import dev.lectern.select.Standing.Arm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** What all policies with feedback share: nothing is named twice, the warm-up comes first, and what was told is taken in by ordinal. */
abstract class Learner implements Selection {
    final Pool pool;
    final Target target;
    final Settings settings;
    final Groups clusters;
    private final BitSet named = new BitSet();
    private final int[] warmUp;
    private final int[] pulled;
    private int warmed;
    private int round;
    private int namedBefore;
    private List<Integer> chosen = List.of();
    private int[] staticOrder = {};
    private int[] nearestOrder = {};

    Learner(Pool pool, Target target, Settings settings) {
        this.pool = pool;
        this.target = target;
        this.settings = settings;
        this.clusters = pool.clusters(settings);
        int warm = (int) Math.ceil(settings.warmUp() * pool.size());
        this.warmUp = warm == 0 ? new int[0] : Arrays.copyOf(Orders.shuffled(pool, settings.seed()), warm);
        this.pulled = new int[clusters.count()];
    }

    /** Names up to {@code most} items that are not {@link #isNamed}, best first; fewer only if no more are left. */
    abstract int[] choose(int most);

    /** Takes in what one item yielded. */
    abstract void take(Yield told);

    /** All yields of the round were taken. Those that learn one by one have nothing left to do. */
    void taken() {}

    /** The mean reward of a cluster of which so many items, one at least, were told. */
    abstract double reward(int cluster, int pulled);

    /** What the cluster was expected to be worth before any feedback. */
    abstract double prior(int cluster);

    /** What the cluster is ranked by now. */
    abstract double bound(int cluster);

    final boolean isNamed(int item) {
        return named.get(item);
    }

    final int left() {
        return pool.size() - named.cardinality();
    }

    @Override
    public final int[] next(int asked) {
        namedBefore = named.cardinality();
        int most = Math.min(asked, settings.largestRound(named.cardinality()));
        List<Integer> items = new ArrayList<>();
        while (warmed < warmUp.length && items.size() < most) {
            items.add(warmUp[warmed++]);
        }
        items.forEach(named::set);
        if (items.size() < most && left() > 0) {
            for (int item : choose(Math.min(most - items.size(), left()))) {
                named.set(item);
                items.add(item);
            }
        }
        chosen = List.copyOf(items);
        round++;
        return items.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Takes the place of another that was at work on the same items; what that was told must be told anew. */
    final void takeOver(Learner before) {
        named.or(before.named);
        warmed = before.warmed;
        round = before.round;
        namedBefore = before.namedBefore;
        chosen = before.chosen;
    }

    @Override
    public final void learn(List<Yield> told) {
        List<Yield> byItem = new ArrayList<>(told);
        byItem.sort(Comparator.comparingInt(Yield::item));
        for (Yield yield : byItem) {
            pulled[clusters.of(yield.item())]++;
            take(yield);
        }
        taken();
    }

    @Override
    public final int[] clusters() {
        return clusters.all();
    }

    @Override
    public final Standing standing() {
        if (staticOrder.length < pool.size()) {
            double[] nearness = Orders.nearness(pool, target);
            staticOrder = Orders.byCluster(nearness, clusters);
            nearestOrder = Orders.best(nearness);
        }
        List<Integer> byStatic = part(staticOrder);
        List<Integer> byNearest = part(nearestOrder);
        int[] own = perCluster(chosen);
        int[] theStatic = perCluster(byStatic);
        int[] theNearest = perCluster(byNearest);
        List<Arm> arms = new ArrayList<>();
        for (int c = 0; c < clusters.count(); c++) {
            double reward = pulled[c] == 0 ? Double.NaN : reward(c, pulled[c]);
            arms.add(new Arm(
                    c, clusters.size(c), pulled[c], reward, prior(c), bound(c), own[c], theStatic[c], theNearest[c]));
        }
        return new Standing(round, named.cardinality(), chosen, byStatic, byNearest, arms);
    }

    private List<Integer> part(int[] order) {
        return Arrays.stream(order, namedBefore, named.cardinality()).boxed().toList();
    }

    private int[] perCluster(List<Integer> items) {
        int[] counts = new int[clusters.count()];
        items.forEach(item -> counts[clusters.of(item)]++);
        return counts;
    }
}
