package dev.lectern.bench.equal;

import dev.lectern.bench.equal.PoolFile.Pair;
import dev.lectern.learn.Vectors;
import dev.lectern.select.Pool;
import dev.lectern.select.Target;
import dev.lectern.select.Yield;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * One theme as the target, by one seed: some of its titles are the reference and leave the pool; what remains of it is relevant. Items are
 * ordinals in this trial's pool.
 */
final class Trial {
    /** The most questions that the answerer is asked. */
    private static final int ASKED = 100;

    private static final double NOISE = 0.10;
    private static final double FAILS = 0.2;
    private static final double SPOILT = 0.2;

    /** What is wrong with the pool. */
    enum Noise {
        NONE,
        /** Vectors of documents are blurred. */
        DOC,
        /** Some documents yield nothing, and some pairs are of other documents. */
        EXTRACT,
        /** Half of the theme's titles yield pairs of other themes, and don't count as relevant. */
        DECEPTIVE
    }

    /**
     * What a policy is told of a document.
     *
     * @param judge how often the judge is right about a pair
     * @param rows how many of its pairs at the most; 0 = all. What is measured counts all of them
     */
    record Told(double judge, int rows) {
        static final Told USUAL = new Told(0.9, 0);
    }

    private final Embedded all;
    private final Told told;
    private final String theme;
    private final long seed;
    private final Random random;
    private final List<Integer> papers = new ArrayList<>();
    private final List<Boolean> relevant = new ArrayList<>();
    private final List<List<Got>> yields = new ArrayList<>();
    private final List<float[]> reference = new ArrayList<>();
    private final List<float[]> second = new ArrayList<>();
    private final List<Pair> asked = new ArrayList<>();
    private final Pool pool;

    Trial(Embedded all, String theme, long seed, Noise noise, int referenceTitles, int referencePairs, Told told) {
        this.all = all;
        this.told = told;
        this.theme = theme;
        this.seed = seed;
        this.random = new Random(seed * 1_000_003 + theme.hashCode());
        TreeSet<Integer> own = new TreeSet<>();
        for (int paper = 0; paper < all.papers().size(); paper++) {
            if (isOwn(paper)) {
                own.add(all.title(paper));
            }
        }
        List<Integer> titles = shuffled(own);
        int left = Math.clamp(referenceTitles, 1, Math.max(1, titles.size() - 1));
        Set<Integer> referred = new HashSet<>(titles.subList(0, left));
        List<Integer> others = titles.subList(left, titles.size());
        Set<Integer> deceiving =
                noise == Noise.DECEPTIVE ? new HashSet<>(others.subList(0, others.size() / 2)) : Set.of();
        List<float[]> pairs = new ArrayList<>();
        for (int paper = 0; paper < all.papers().size(); paper++) {
            if (isOwn(paper) && referred.contains(all.title(paper))) {
                pairs.addAll(all.pairVectors(paper));
            } else {
                papers.add(paper);
                relevant.add(isOwn(paper) && !deceiving.contains(all.title(paper)));
            }
        }
        Collections.shuffle(pairs, random);
        reference.addAll(pairs.subList(0, Math.min(referencePairs, pairs.size())));
        second.addAll(
                pairs.subList(Math.min(referencePairs, pairs.size()), Math.min(2 * referencePairs, pairs.size())));
        for (int item = 0; item < papers.size(); item++) {
            boolean deceives = !relevant.get(item) && isOwn(papers.get(item));
            yields.add(yieldOf(item, deceives, noise));
        }
        pool = Pool.of(
                papers.stream()
                        .map(paper -> noise == Noise.DOC ? blurred(all.vector(paper)) : all.vector(paper))
                        .toList(),
                documents());
        List<Got> wanted =
                yields.stream().flatMap(List::stream).filter(Got::relevant).toList();
        List<Got> drawn = new ArrayList<>(wanted);
        Collections.shuffle(drawn, random);
        drawn.stream().limit(ASKED).map(Got::pair).forEach(asked::add);
    }

    private boolean isOwn(int paper) {
        return all.papers().get(paper).theme().equals(theme);
    }

    private <T> List<T> shuffled(Iterable<T> some) {
        List<T> list = new ArrayList<>();
        some.forEach(list::add);
        Collections.shuffle(list, random);
        return list;
    }

    private int[] documents() {
        List<Integer> titles = papers.stream().map(all::title).distinct().toList();
        Map<Integer, Integer> ordinals = new HashMap<>();
        titles.forEach(title -> ordinals.put(title, ordinals.size()));
        return papers.stream()
                .mapToInt(paper -> ordinals.getOrDefault(all.title(paper), 0))
                .toArray();
    }

    private List<Got> yieldOf(int item, boolean deceives, Noise noise) {
        int paper = deceives ? offTarget() : papers.get(item);
        List<Got> got = new ArrayList<>();
        if (noise == Noise.EXTRACT && random.nextDouble() < FAILS) {
            return got;
        }
        for (int i = 0; i < all.pairVectors(paper).size(); i++) {
            if (noise == Noise.EXTRACT && random.nextDouble() < SPOILT) {
                int other = papers.get(random.nextInt(papers.size()));
                if (!all.pairVectors(other).isEmpty()) {
                    got.add(got(other, random.nextInt(all.pairVectors(other).size()), false));
                }
            } else {
                got.add(got(paper, i, relevant.get(item)));
            }
        }
        return got;
    }

    private Got got(int paper, int pair, boolean isRelevant) {
        return new Got(
                all.papers().get(paper).pairs().get(pair),
                all.pairVectors(paper).get(pair),
                isRelevant);
    }

    /** Some document of the pool that is not of the theme. */
    private int offTarget() {
        if (papers.stream().noneMatch(this::misleads)) {
            throw new IllegalArgumentException(
                    "the deceptive mix needs documents with pairs outside of '" + theme + "'");
        }
        while (true) {
            int paper = papers.get(random.nextInt(papers.size()));
            if (misleads(paper)) {
                return paper;
            }
        }
    }

    private boolean misleads(int paper) {
        return !isOwn(paper) && !all.pairVectors(paper).isEmpty();
    }

    private float[] blurred(float[] vector) {
        float[] blurred = vector.clone();
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] += (float) (NOISE * random.nextGaussian());
        }
        return Vectors.unit(blurred);
    }

    Pool pool() {
        return pool;
    }

    Target target() {
        return Target.of(reference).among(all.subjects());
    }

    /** Pairs of the reference titles that the policies are not shown; those that they are, where there are no others. */
    List<float[]> secondReference() {
        return second.isEmpty() ? reference : second;
    }

    /** How many documents are relevant. */
    int relevantItems() {
        return Collections.frequency(relevant, true);
    }

    List<Got> got(int item) {
        return yields.get(item);
    }

    Yield told(int item) {
        // Random's first numbers of seeds that follow each other hardly differ: whole documents would be judged
        // wrongly.
        SplittableRandom judge = new SplittableRandom((seed << 32) + item);
        List<Got> some = yields.get(item).stream()
                .limit(told.rows() == 0 ? Long.MAX_VALUE : told.rows())
                .toList();
        return new Yield(
                item,
                some.stream().map(Got::vector).toList(),
                some.stream()
                        .map(got -> got.relevant() == judge.nextDouble() < told.judge() ? 1.0 : 0.0)
                        .toList(),
                0);
    }

    /** Questions of relevant pairs in the pool. */
    List<Pair> asked() {
        return asked;
    }

    Embedded texts() {
        return all;
    }
}
