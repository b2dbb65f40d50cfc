package dev.lectern.options;

import dev.lectern.kind.TaskShares;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.Repeat;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.stage.balance.CapShares;
import dev.lectern.stage.balance.HoldMix;
import dev.lectern.stage.balance.TakeBest;
import dev.lectern.stage.draw.AllPassages;
import dev.lectern.stage.draw.DrawSeeds;
import dev.lectern.stage.draw.PickClusters;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Fits a recipe to how many rows are wanted, and to their shares by kind. */
record RowsWanted(BuildOptions options) {
    /** Kinds of which some or all rows say why there is no answer. */
    private static final List<String> DECLINING = List.of("tool-use", "unanswerable");

    Recipe fit(Recipe recipe) {
        Recipe mixed = roomy(mixed(recipe));
        return options.samples().isPresent() ? bestOf(mixed, options.samples().getAsInt()) : mixed;
    }

    /** Rows that decline are capped, but for those that were asked for. */
    private static Recipe roomy(Recipe recipe) {
        double asked = recipe.stages().stream()
                .map(Named::what)
                .filter(AskFromEvidence.class::isInstance)
                .map(stage -> new TaskShares(((AskFromEvidence) stage).tasks()))
                .mapToDouble(tasks -> DECLINING.stream().mapToDouble(tasks::of).sum())
                .max()
                .orElse(0);
        return recipe.withEach(recipe.each().stream()
                .map(stage -> stage.what() instanceof CapShares cap && cap.of().equals(CapShares.REFUSAL)
                        ? new Named<Stage>(stage.name(), cap.raised(CapShares.REFUSAL, asked))
                        : stage)
                .toList());
    }

    /**
     * Several kinds that were asked for are held to their shares: round by round where so many rows are wanted, and once at the end, where
     * documents may have run out.
     */
    private Recipe mixed(Recipe recipe) {
        if (!mixes(recipe)) {
            return recipe;
        }
        List<Named<Stage>> each = new ArrayList<>(recipe.each());
        List<Named<Stage>> then = new ArrayList<>(recipe.then());
        int before = (int) recipe.stages().stream()
                .filter(s -> s.what() instanceof HoldMix)
                .count();
        if (options.samples().isPresent()) {
            each.add(named(before++, new HoldMix(shares(), options.samples().getAsInt(), 0)));
        }
        then.addFirst(named(before, new HoldMix(shares())));
        return recipe.withEach(each).withThen(then);
    }

    private boolean mixes(Recipe recipe) {
        return options.tasks().size() > 1
                && recipe.stages().stream().anyMatch(s -> s.name().equals(Orders.ASK));
    }

    private static Named<Stage> named(int before, HoldMix stage) {
        return new Named<>(before == 0 ? "hold-mix" : "hold-mix-" + (before + 1), stage);
    }

    private SortedMap<String, Double> shares() {
        SortedMap<String, Double> shares = new TreeMap<>();
        options.tasks().forEach((kind, share) -> shares.put(kind, (double) share));
        return shares;
    }

    /**
     * Rounds over seeds, or over passages in hash order until so many are accepted, then the best of them by rank. A round draws half of what
     * would do if every question were accepted, so that little more is asked than needed.
     */
    private Recipe bestOf(Recipe recipe, int samples) {
        List<Named<Stage>> then = new ArrayList<>(recipe.then());
        then.add(new Named<>("take-best", new TakeBest(samples)));
        Recipe best = recipe.withThen(then);
        Repeat untilEnough = new Repeat(Integer.MAX_VALUE, samples);
        return switch (recipe.draw().what()) {
            case DrawSeeds seeds -> drawn(best, seeds.forRows(samples)).withRounds(untilEnough);
            case PickClusters clusters ->
                best.withRounds(new Repeat(recipe.rounds().atMost(), samples));
            case AllPassages passages
            when recipe.rounds().atMost() <= 1 ->
                drawn(best, few(recipe, samples)).withRounds(untilEnough);
            default -> best;
        };
    }

    private static Recipe drawn(Recipe recipe, Draw<?> draw) {
        return recipe.withDraw(new Named<>(recipe.draw().name(), draw));
    }

    private AllPassages few(Recipe recipe, int samples) {
        int questions = options.perPassage().orElse(1);
        int perRound = Math.clamp((samples + 2L * questions - 1) / (2L * questions), 8, 512);
        return mixes(recipe) ? new AllPassages(perRound, shares(), samples) : new AllPassages(perRound);
    }
}
