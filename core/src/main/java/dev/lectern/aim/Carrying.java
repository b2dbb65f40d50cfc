package dev.lectern.aim;

import dev.lectern.learn.Costs;
import dev.lectern.learn.Partial;
import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Holds all pairs that came out against the examples at once: a plan carries each to an example that is near enough and still has room, as
 * cheaply as all of them together can be. Pairs that it leaves behind are of no use to the target. One pair may so be left behind
 * for the sake of another; each by itself is what {@link Sight#fit} looks at. For one thread; what it says depends on the order of pairs.
 */
public final class Carrying {
    /** Pairs that are ruled on at once. */
    private static final int AT_ONCE = 128;

    /** Pairs that stand for all that were carried before, each of which is as likely to be among them. */
    private static final int REMEMBERED = 200;

    /** Examples that pairs are carried to, of all goals together. */
    private static final int EXAMPLES = 300;

    /** Any example has room for so many: at the beginning a share of all that came out is less than a pair. */
    private static final double ROOM = 10;

    /** What is just near enough is near enough, however costs are rounded. */
    private static final double ROUNDING = 1e-6;

    private final List<Place> places = new ArrayList<>();
    private final double limit;
    private final double reach;
    private final List<float[]> some = new ArrayList<>();
    private final SplittableRandom chance = new SplittableRandom(1);
    private long carried;

    /** How a pair fared. */
    public enum Verdict {
        CARRIED,
        /** No example is near enough. */
        FAR,
        /** Those that are near enough have as many pairs as they have room for, nearer ones. */
        SURPLUS
    }

    /** An example, and the share of all pairs that it asks for. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(Scale scale, float[] example, double share) {}

    /**
     * @param atLeast how near is near enough, on the scale of {@link Sight#fit} and towards one example
     * @param reach an example has room for so many times its share of all pairs; 0 = for any number
     */
    public Carrying(List<Scale> scales, double atLeast, double reach) {
        this.limit = 1 - atLeast + ROUNDING;
        this.reach = reach;
        double weights =
                scales.stream().mapToDouble(scale -> scale.goal().weight()).sum();
        int each = Math.max(1, EXAMPLES / Math.max(1, scales.size()));
        for (Scale scale : scales) {
            List<float[]> pairs = scale.goal().pairs();
            double[] masses = scale.goal().masses();
            int step = (pairs.size() + each - 1) / each;
            double placed = 0;
            for (int i = 0; i < pairs.size(); i += step) {
                placed += masses[i];
            }
            for (int i = 0; i < pairs.size(); i += step) {
                double share = scale.goal().weight() / weights * masses[i] / placed;
                places.add(new Place(scale, pairs.get(i), share));
            }
        }
    }

    /** Rules on some pairs, and remembers those that were carried. */
    public List<Verdict> next(List<float[]> pairs) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int from = 0; from < pairs.size(); from += AT_ONCE) {
            verdicts.addAll(atOnce(pairs.subList(from, Math.min(pairs.size(), from + AT_ONCE))));
        }
        return verdicts;
    }

    private List<Verdict> atOnce(List<float[]> pairs) {
        List<float[]> all = new ArrayList<>(pairs);
        all.addAll(some);
        double[] masses = new double[all.size()];
        Arrays.fill(masses, 0, pairs.size(), 1);
        Arrays.fill(masses, pairs.size(), all.size(), some.isEmpty() ? 1 : (double) carried / some.size());
        double came = Arrays.stream(masses).sum();
        double[] room = places.stream()
                .mapToDouble(place -> reach == 0 ? came : Math.max(ROOM, reach * place.share * came))
                .toArray();
        Costs costs = costs(all);
        double[] arrives = new Partial(limit).carried(costs, masses, room);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Verdict verdict = arrives[i] >= 0.5 ? Verdict.CARRIED : isNear(costs, i) ? Verdict.SURPLUS : Verdict.FAR;
            verdicts.add(verdict);
            if (verdict == Verdict.CARRIED) {
                remember(pairs.get(i));
            }
        }
        return verdicts;
    }

    /** 0 for a pair as near to the example as examples are to each other, 1 for one as near as any text. */
    private Costs costs(List<float[]> pairs) {
        float[] values = new float[pairs.size() * places.size()];
        int at = 0;
        for (float[] pair : pairs) {
            for (Place place : places) {
                values[at++] = (float) (1 - place.scale.at(Vectors.dot(pair, place.example)));
            }
        }
        return new Costs(pairs.size(), places.size(), values);
    }

    private boolean isNear(Costs costs, int row) {
        for (int column = 0; column < costs.columns(); column++) {
            if (costs.of(row, column) <= limit) {
                return true;
            }
        }
        return false;
    }

    private void remember(float[] pair) {
        carried++;
        if (some.size() < REMEMBERED) {
            some.add(pair);
            return;
        }
        long place = chance.nextLong(carried);
        if (place < REMEMBERED) {
            some.set((int) place, pair);
        }
    }
}
