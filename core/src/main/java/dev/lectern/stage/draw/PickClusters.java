package dev.lectern.stage.draw;

import dev.lectern.aim.Ground;
import dev.lectern.aim.Sight;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ModelException;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.select.Policy;
import dev.lectern.select.Reward;
import dev.lectern.select.Settings;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Draws the passages that are worth their calls: those from which a policy expects most for the target, after what the rounds before have
 * brought. What a passage brought are the rows that came as far as the score {@code fit}; rows that do not fit teach as well as those that do.
 *
 * @param passagesPerRound how many a round draws; a real model is kept busy by 32 or more. Policies may begin with fewer
 * @param policy how they are chosen, one of {@link #policies}
 * @param reward by what rows are paid: {@code own}, as the policy has it, or one of {@link #rewards}
 * @param of what is chosen, {@code passages} or {@code documents}
 * @param fit from which score on a row counts as one that fits, for the two settings below
 * @param patience ends after as many passages as so many rounds have, on end, without a row that fits; 0 = never for that reason
 * @param recall ends once so much of what fits is held, by estimate; 0 = never for that reason
 * @param share ends once so much of all passages was drawn; 0 = never for that reason
 * @param tokens ends once the calls have taken so many; 0 = never for that reason
 * @param tune constants of the policy in place of its own, by the names in {@link Tuning}
 */
public record PickClusters(
        int passagesPerRound,
        String policy,
        String reward,
        String of,
        double fit,
        int patience,
        double recall,
        double share,
        long tokens,
        SortedMap<String, Double> tune)
        implements Draw<Picking> {
    private static final String OWN = "own";

    /** As small as keeps a model busy (a smaller round learns sooner), and as patient as a round that falls between two clusters needs. */
    public PickClusters() {
        this(32, "tuned", OWN, "passages", 0.5, 3, 0, 0, 0, new TreeMap<>());
    }

    public PickClusters {
        tune = Collections.unmodifiableSortedMap(new TreeMap<>(tune));
        Tuning.check(tune);
        least("passages-per-round", 1, passagesPerRound);
        least("patience", 0, patience);
        least("tokens", 0, tokens);
        share("fit", fit);
        share("recall", recall);
        share("share", share);
        if (!List.of("passages", "documents").contains(of)) {
            throw new IllegalArgumentException("of is passages or documents, not '" + of + "'");
        } else if (!policies().contains(policy)) {
            throw new IllegalArgumentException(
                    "there is no policy '" + policy + "': " + Nearest.hint(policy, policies()));
        } else if (!reward.equals(OWN) && !rewards().contains(reward)) {
            throw new IllegalArgumentException("there is no reward '" + reward + "': "
                    + Nearest.hint(
                            reward,
                            Stream.concat(Stream.of(OWN), rewards().stream()).toList()));
        }
    }

    private static void least(String name, long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is from 0 to 1, not " + value);
        }
    }

    /** The policies by name. */
    public static List<String> policies() {
        return Arrays.stream(Policy.values()).map(Policy::key).toList();
    }

    /** The rewards by name. */
    public static List<String> rewards() {
        return Arrays.stream(Reward.values()).map(Reward::key).toList();
    }

    /** Whether what rows are paid is for a judge to say. */
    public boolean judged() {
        return reward.equals(Reward.JUDGE.key());
    }

    /** What the policy is opened with, before the size of the corpus is known. */
    Settings settings(Policy chosen, long seed) {
        Settings own = Tuning.of(tune, chosen.preset(seed));
        return rewardNamed().map(own::withReward).orElse(own);
    }

    private Optional<Reward> rewardNamed() {
        return Arrays.stream(Reward.values())
                .filter(each -> each.key().equals(reward))
                .findFirst();
    }

    /** The same by another policy. */
    public PickClusters by(String other) {
        return new PickClusters(passagesPerRound, other, reward, of, fit, patience, recall, share, tokens, tune);
    }

    /** The same, and whole documents are drawn. */
    public PickClusters ofDocuments() {
        return new PickClusters(
                passagesPerRound, policy, reward, "documents", fit, patience, recall, share, tokens, tune);
    }

    @Override
    public Picking open(Tools tools) {
        Sight sight = tools.supplies().sight();
        return compared(() -> {
            Ground ground = sight.ground(tools.corpus(), of.equals("documents"));
            return new Picking(this, ground, sight, tools);
        });
    }

    @Override
    public Stream<Sample> draw(Picking memory, int round, Tools tools) {
        return memory.next().stream()
                .map(id -> of.equals("documents") ? document(id, tools) : DrawnPassage.of(id, tools));
    }

    /** How many of so many are drawn at the most, where a share is set: a tenth of 30 is 3, though as floats it is a hair more. */
    long shareOf(long passages) {
        return (long) Math.ceil(share * passages - 1e-9);
    }

    /** Of documents no more is known than that they are some of the passages. */
    @Override
    public long most(long passages, int rounds) {
        if (of.equals("documents")) {
            return passages;
        }
        long shared = share == 0 ? passages : shareOf(passages);
        Policy chosen = Policy.valueOf(policy.toUpperCase(Locale.ROOT));
        Settings settings = settings(chosen, 0);
        long named = 0;
        for (int round = 0; round < rounds && named < shared; round++) {
            int largest = chosen.learns() ? settings.largestRound((int) named) : passagesPerRound;
            named += Math.min(passagesPerRound, largest);
        }
        return Math.min(shared, named);
    }

    @Override
    public boolean learns() {
        return true;
    }

    @Override
    public void learn(Picking memory, List<Outcome> round, Tools tools) {
        compared(() -> {
            memory.learn(round);
            return memory;
        });
    }

    /** What an embedder refuses is for the user to mend; where it is away, or its budget ends, the run waits. */
    private static <T> T compared(Supplier<T> work) {
        try {
            return work.get();
        } catch (ModelException e) {
            if (e.kind() != ModelException.Kind.REFUSED) {
                throw e;
            }
            throw new ProblemsException(List.of(e.problem()
                    .orElseGet(() -> new Problem(
                            "passages cannot be compared with the target: " + e.getMessage(),
                            "--embedder",
                            "run it again: what was embedded is kept"))));
        }
    }

    @Override
    public Set<Trait> adds() {
        return of.equals("documents") ? Set.of(Trait.DOCUMENT) : Set.of(Trait.PASSAGE, Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents(), new Use.Target());
    }

    private static Sample document(String id, Tools tools) {
        return Sample.seedling(
                        Hash.id("draw", id),
                        tools.corpus().document(id).language(),
                        List.of(),
                        Lineage.of(tools.recipe()))
                .withTag("document", id);
    }
}
