package dev.lectern.stage.draw;

import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Ground;
import dev.lectern.aim.LandscapeBuilder;
import dev.lectern.aim.RecallEstimate;
import dev.lectern.aim.RoundLine;
import dev.lectern.aim.Sight;
import dev.lectern.aim.Stop;
import dev.lectern.corpus.Corpus;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.select.Policy;
import dev.lectern.select.Selection;
import dev.lectern.select.Settings;
import dev.lectern.select.Standing;
import dev.lectern.select.Subjects;
import dev.lectern.select.Yield;
import dev.lectern.stage.Tools;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A selection at work: which passage became which sample, what was told of it, and whether it is enough. Replaying the rounds gives it again. */
public final class Picking {
    /** Clusters in a round's table; of more the report would show none. */
    private static final int CLUSTERS_TOLD = 60;

    /** So few passages that come near the target are no subject of a corpus. */
    private static final int FEW = 10;

    private final PickClusters how;
    private final Ground ground;
    private final Sight sight;
    private final Corpus corpus;
    private final String policy;
    private final String reward;
    private final Selection selection;
    /** What was drawn so far, by the sample's id. */
    private final Map<String, Integer> items = new HashMap<>();

    private final RecallEstimate estimate;
    private final Collected collected;
    private final Set<String> calls = new TreeSet<>();
    private Chronicle.Spending spent = Chronicle.Spending.NOTHING;
    private int[] drawn = {};
    private int named;
    /** Items since a row fitted. */
    private int dry;

    private long read;
    private long pairs;
    private long idle;
    private long fitting;
    private Optional<Stop> stop = Optional.empty();

    Picking(PickClusters how, Ground ground, Sight sight, Tools tools) {
        this.how = how;
        this.ground = ground;
        this.sight = sight;
        this.corpus = tools.corpus();
        Chronicle chronicle = sight.chronicle();
        chronicle.begin();
        policy = ground.blind() ? Policy.RANDOM.key() : how.policy();
        if (ground.blind()) {
            chronicle.remark("select-blind", String.join(", ", sight.aim().languages()), patience());
        } else if (ground.incomparable() > 0) {
            chronicle.remark(
                    "select-incomparable", ground.incomparable(), ground.ids().size());
        }
        double clusters = how.tune().getOrDefault("clusters", 0.0);
        if (clusters > ground.ids().size()) {
            chronicle.remark("select-clusters", (long) clusters, ground.ids().size());
        }
        if (ground.copies() > 0) {
            chronicle.remark("select-copies", ground.copies());
        }
        if (!ground.blind()) {
            look();
        }
        Policy chosen = Policy.valueOf(policy.toUpperCase(Locale.ROOT));
        int most = (int) how.shareOf(ground.ids().size());
        Settings settings = how.settings(chosen, tools.chance().seed()).withBudget(most);
        reward = chosen.learns() ? settings.reward().key() : "none";
        boolean told = settings.subjects() && settings.prior() && chosen.learns() && !ground.blind();
        Subjects subjects = told ? sight.subjects(corpus) : Subjects.NONE;
        selection = chosen.open(ground.pool(), sight.target(corpus).among(subjects), settings);
        read = ground.tokens();
        chronicle.lies(LandscapeBuilder.of(ground, selection.clusters()));
        estimate = new RecallEstimate(ground.pool(), vector -> sight.nearness(vector, corpus), ground.comparable());
        collected = new Collected(sight.target(corpus));
    }

    /** Says before anything is paid for that hardly anything here is like the target. */
    private void look() {
        int comparable = ground.ids().size() - ground.incomparable();
        long near = sight.near(ground, how.fit(), corpus);
        if (near < FEW && 10 * near < comparable) {
            sight.chronicle().remark("select-unlike", comparable, near);
            Set<String> tongues = sight.othersTongues(corpus);
            if (!tongues.isEmpty()) {
                sight.chronicle()
                        .remark(
                                "select-tongues",
                                String.join(", ", sight.aim().languages()),
                                String.join(", ", tongues));
            }
        }
    }

    /** Ids of what is drawn next; none where it is enough. */
    List<String> next() {
        if (stop.isEmpty()) {
            drawn = selection.next(room());
            named += drawn.length;
            for (int item : drawn) {
                items.put(Hash.id("draw", ground.ids().get(item)), item);
            }
            if (drawn.length == 0) {
                end(Stop.EXHAUSTED);
            }
        }
        return stop.isPresent()
                ? List.of()
                : IntStream.of(drawn).mapToObj(ground.ids()::get).toList();
    }

    /** The last round of a share is as small as the share wants it. */
    private int room() {
        int most = how.share() == 0
                ? Integer.MAX_VALUE
                : (int) how.shareOf(ground.ids().size());
        return Math.min(how.passagesPerRound(), Math.max(1, most - named));
    }

    /** In items, as a policy's first rounds may be small. */
    private long patience() {
        return (long) how.patience() * how.passagesPerRound();
    }

    /** A row of which it is known how well it fits. */
    private record Row(int item, Sample sample, double fit) {}

    /** Empty if it came of nothing that was drawn: a person wrote it. */
    private Optional<Integer> item(Sample sample) {
        List<String> parents = sample.lineage().parents();
        return Optional.ofNullable(items.get(parents.isEmpty() ? sample.id() : parents.getFirst()));
    }

    /** The least where nothing could be said; empty if the sample did not come so far. */
    private static Optional<Double> fit(Sample sample) {
        return sample.lacksScore(Sight.FIT)
                ? Optional.of(0.0)
                : Optional.ofNullable(sample.scores().get(Sight.FIT));
    }

    /** @param round every outcome, in id order */
    void learn(List<Outcome> round) {
        Harvest harvest = new Harvest();
        List<Row> rows = new ArrayList<>();
        Set<String> fresh = new TreeSet<>();
        for (Outcome outcome : round) {
            Sample sample = outcome.sample();
            fresh.addAll(sample.lineage().calls());
            if (outcome instanceof Outcome.Failed failed) {
                fresh.addAll(failed.calls());
            }
            Optional<Double> fit = fit(sample);
            Optional<Integer> item = item(sample);
            if (item.isPresent() && fit.isPresent()) {
                rows.add(new Row(item.get(), sample, fit.get()));
            } else if (item.isPresent() && !sample.lineage().parents().isEmpty()) {
                // Dropped on the way: a copy, or nothing in its source bears it out.
                harvest.idle(item.get());
                idle++;
            }
        }
        fresh.removeIf(call -> !calls.add(call));
        spent = spent.plus(sight.chronicle().spent(fresh));
        boolean dries = true;
        List<float[]> vectors = sight.pairs(rows.stream().map(Row::sample).toList(), corpus);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            harvest.add(row.item, vectors.get(i), row.fit);
            if (!ground.blind()) {
                collected.add(row.sample.id(), vectors.get(i));
            }
            if (row.fit >= how.fit()) {
                fitting++;
                dries = false;
            }
        }
        pairs += rows.size();
        read += Sight.tokens(rows.stream().map(Row::sample).toList());
        List<Yield> yields = new ArrayList<>();
        for (int item : drawn) {
            yields.add(harvest.of(item));
            estimate.add(item, harvest.fits(item, how.fit()));
        }
        Standing standing = selection.standing();
        selection.learn(yields);
        sight.chronicle()
                .stands(new Chronicle.Now(
                        selection.standing().arms().stream()
                                .map(RoundLine.Cluster::of)
                                .toList(),
                        spent));
        dry = dries ? dry + drawn.length : 0;
        tell(standing);
    }

    private void tell(Standing standing) {
        Chronicle chronicle = sight.chronicle();
        double recall = estimate.share();
        boolean guided = !List.of(Policy.ALL.key(), Policy.RANDOM.key()).contains(how.policy());
        Set<Integer> chosen = new TreeSet<>(standing.chosen());
        chronicle.add(new RoundLine(
                standing.round(),
                policy,
                reward,
                drawn.length,
                named,
                ground.ids().size(),
                spent.calls(),
                spent.input(),
                spent.output(),
                spent.micros(),
                spent.known(),
                read,
                pairs,
                idle,
                fitting,
                Math.rint(recall * 1e4) / 1e4,
                Math.rint(estimate.front() * 1e4) / 1e4,
                guided && pairs > 0 && estimate.foreign(),
                Math.rint(collected.distance() * 1e4) / 1e4,
                (int) standing.byStatic().stream().filter(chosen::contains).count(),
                (int) standing.byNearest().stream().filter(chosen::contains).count(),
                standing.arms().stream()
                        .sorted(Comparator.comparingDouble(Standing.Arm::bound)
                                .reversed()
                                .thenComparing(Standing.Arm::cluster))
                        .limit(CLUSTERS_TOLD)
                        .map(RoundLine.Cluster::of)
                        .toList()));
        // Who wanted to be guided and cannot be is not led through all there is.
        if (how.tokens() > 0 && spent.input() + spent.output() >= how.tokens()) {
            end(Stop.TOKENS);
        } else if (named == ground.ids().size()) {
            end(Stop.EXHAUSTED);
        } else if (how.share() > 0 && named >= how.shareOf(ground.ids().size())) {
            end(Stop.SHARE);
        } else if (guided && how.patience() > 0 && dry >= patience()) {
            end(ground.blind() ? Stop.BLIND : Stop.DRY);
        } else if (guided && how.recall() > 0 && recall >= how.recall()) {
            end(Stop.RECALL);
        }
    }

    private void end(Stop why) {
        stop = Optional.of(why);
        sight.chronicle().stopped(why);
    }
}
