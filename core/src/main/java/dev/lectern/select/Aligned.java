package dev.lectern.select;

import dev.lectern.learn.Alignment;
import dev.lectern.learn.Head;
import dev.lectern.learn.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A policy on vectors that what was extracted has aligned: documents and the pairs made of them lie in different regions of a general
 * embedder's space (EQUAL, section 3.1). A head is trained when there are pairs enough and again whenever they have doubled. It is taken only if pairs
 * that were held out find their document better with it; then the policy begins anew on the aligned vectors, with all that it was told.
 */
final class Aligned implements Selection {
    /** With fewer pairs nothing is learnt that holds for others. */
    private static final int FIRST = 200;

    /** Pairs trained on at most, those told last: more take time and change little. */
    private static final int MOST = 4000;

    /** In larger pools vectors stay as they are: all of them would have to be mapped and grouped anew. */
    private static final int LARGEST_POOL = 200_000;

    private final Policy policy;
    private final Pool pool;
    private final Target target;
    private final Settings settings;
    private final List<Yield> told = new ArrayList<>();
    private Learner learner;
    private Optional<Head> head = Optional.empty();
    private int pairs;
    private int trainedAt = FIRST / 2;

    Aligned(Policy policy, Pool pool, Target target, Settings settings) {
        this.policy = policy;
        this.pool = pool;
        this.target = target;
        this.settings = settings;
        this.learner = policy.learner(pool, target, settings);
    }

    @Override
    public int[] next(int most) {
        return learner.next(most);
    }

    @Override
    public void learn(List<Yield> round) {
        round.stream()
                .sorted((one, other) -> Integer.compare(one.item(), other.item()))
                .forEach(yield -> {
                    told.add(yield);
                    pairs += yield.pairs().size();
                });
        learner.learn(round.stream().map(this::seen).toList());
        if (pairs >= 2 * trainedAt && pool.size() <= LARGEST_POOL) {
            trainedAt = pairs;
            train().ifPresent(this::beginAnew);
        }
    }

    private Optional<Head> train() {
        List<float[]> vectors = new ArrayList<>();
        List<Integer> itemOf = new ArrayList<>();
        for (int i = told.size() - 1; i >= 0 && vectors.size() < MOST; i--) {
            for (float[] pair : told.get(i).pairs()) {
                vectors.add(pair);
                itemOf.add(told.get(i).item());
            }
        }
        Map<Integer, Integer> rowOf = new HashMap<>();
        itemOf.forEach(item -> rowOf.putIfAbsent(item, rowOf.size()));
        int[] items = new int[rowOf.size()];
        rowOf.forEach((item, row) -> items[row] = item);
        int[] documentOf = itemOf.stream().mapToInt(rowOf::get).toArray();
        return Alignment.usual(settings.seed()).train(pool.vectors().take(items), Rows.of(vectors), documentOf);
    }

    private void beginAnew(Head trained) {
        head = Optional.of(trained);
        int[] documents = new int[pool.size()];
        for (int item = 0; item < documents.length; item++) {
            documents[item] = pool.document(item);
        }
        List<Target.Goal> goals = target.goals().stream()
                .map(goal -> new Target.Goal(
                        goal.weight(), goal.pairs().stream().map(trained::of).toList()))
                .toList();
        Learner anew = policy.learner(Pool.of(trained.of(pool.vectors()), documents), new Target(goals), settings);
        anew.takeOver(learner);
        anew.learn(told.stream().map(this::seen).toList());
        learner = anew;
    }

    private Yield seen(Yield yield) {
        return head.map(h -> yield.moved(h::of)).orElse(yield);
    }

    @Override
    public Standing standing() {
        return learner.standing();
    }

    @Override
    public int[] clusters() {
        return learner.clusters();
    }
}
