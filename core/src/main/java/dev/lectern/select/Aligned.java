package dev.lectern.select;

import dev.lectern.learn.Alignment;
import dev.lectern.learn.Head;
import dev.lectern.learn.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A policy on vectors that what was extracted has aligned: documents and the pairs made of them lie in different regions of a general
 * embedder's space (EQUAL, section 3.1). A head is trained when there are pairs enough and again whenever they have doubled. It is taken only if pairs
 * that were held out find their document better with it, and if by the aligned vectors items that were held out and fit come further to the
 * front of the whole pool: that pairs find their document does not say that what fits lies near the target. Then the policy begins anew on the aligned
 * vectors, with all that it was told.
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
        return Alignment.usual(settings.seed())
                .train(pool.vectors().take(items), Rows.of(vectors), documentOf, (trained, heldOut) -> {
                    Set<Integer> judging = new HashSet<>();
                    IntStream.of(heldOut).forEach(row -> judging.add(items[row]));
                    List<Yield> yields = told.stream()
                            .filter(yield -> judging.contains(yield.item()))
                            .toList();
                    return new FitsFirst(pool, target, settings, yields)
                            .isBetterBy(moved(pool, trained), moved(target, trained));
                });
    }

    private void beginAnew(Head trained) {
        head = Optional.of(trained);
        Learner anew = policy.learner(moved(pool, trained), moved(target, trained), settings);
        anew.takeOver(learner);
        anew.learn(told.stream().map(this::seen).toList());
        learner = anew;
    }

    private static Pool moved(Pool pool, Head trained) {
        int[] documents = new int[pool.size()];
        Arrays.setAll(documents, pool::document);
        return Pool.of(trained.of(pool.vectors()), documents);
    }

    private static Target moved(Target target, Head trained) {
        Subjects subjects = target.subjects();
        return new Target(
                target.goals().stream().map(goal -> goal.moved(trained::of)).toList(),
                new Subjects(subjects.vectors().stream().map(trained::of).toList(), subjects.classes()));
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
