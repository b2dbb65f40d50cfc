package dev.lectern.options;

import dev.lectern.aim.Sight;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeFile;
import dev.lectern.recipe.Repeat;
import dev.lectern.recipe.Setting;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Use;
import dev.lectern.stage.balance.CapShares;
import dev.lectern.stage.draw.AllDocuments;
import dev.lectern.stage.draw.AllPassages;
import dev.lectern.stage.draw.PickClusters;
import dev.lectern.stage.judge.MatchTarget;
import dev.lectern.stage.screen.Require;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts the choice of documents in front of a recipe: where nothing is wanted but the best of them, only they are paid for. */
public record Selecting(BuildOptions options, List<Problem> problems) {
    public static final String DRAW = "pick-clusters";

    private static final String OPTION = "--select";
    /** What comes in with the draw. All rows stay unless the user says where to cut. */
    private static final String CARRIER = """
            draw: pick-clusters
            each:
              - match-target
              - require: { as: fit, score: fit, at-least: 0 }
            """;

    private static final String EQUAL = "equal";
    private static final String ALL = "all";
    private static final String RANDOM = "random";

    /** As in the recipe {@code equal}. */
    private static final int ROUNDS = 200;

    /** The policies that may be named; {@code equal} is the recipe's own. */
    static Set<String> policies() {
        Set<String> names = new LinkedHashSet<>(List.of(EQUAL));
        names.addAll(PickClusters.policies());
        return names;
    }

    /**
     * The policy that was named, if any was.
     *
     * @throws ProblemsException if there is none of that name
     */
    public static Optional<String> look(Optional<String> typed) {
        typed.filter(name -> !policies().contains(name)).ifPresent(name -> {
            throw new ProblemsException("there is no policy '" + name + "'", OPTION, Nearest.hint(name, policies()));
        });
        return typed;
    }

    /** The preset for the recipe: with a selection in front of a recipe that has none, it is the selection's. */
    Optional<String> preset() {
        return options.preset().filter(preset -> options.recipeName().equals(EQUAL) || policy().isEmpty());
    }

    /** Settings of stages, without those of what is still to be put in. */
    List<Setting> settings(Recipe plain) {
        return own(plain)
                ? options.set()
                : options.set().stream()
                        .filter(setting -> policy().isEmpty() || !comesIn(setting))
                        .toList();
    }

    Recipe fit(Recipe recipe) {
        return judged(chosen(recipe));
    }

    /** Where a judge says what rows are paid, it says how well they fit. */
    private static Recipe judged(Recipe recipe) {
        if (!(recipe.draw().what() instanceof PickClusters draw) || !draw.judged()) {
            return recipe;
        }
        List<Named<Stage>> each = recipe.each().stream()
                .map(stage -> stage.what() instanceof MatchTarget
                        ? new Named<Stage>(stage.name(), new MatchTarget(MatchTarget.JUDGE))
                        : stage)
                .toList();
        return recipe.withEach(each);
    }

    private Recipe chosen(Recipe recipe) {
        // What is wrong with the name is said by look; nothing else is to complain of it.
        Optional<String> named = policy().map(typed -> policies().contains(typed) ? typed : EQUAL);
        if (named.isEmpty()) {
            return recipe;
        }
        Draw<?> all = recipe.draw().what();
        if (!own(recipe) && !(all instanceof AllPassages) && !(all instanceof AllDocuments)) {
            problems.add(new Problem(
                    "the recipe '" + recipe.name() + "' does not go through documents, so there are none to choose",
                    OPTION,
                    "leave it out, or choose a recipe that does: --recipe grounded"));
            return recipe;
        }
        if (options.inputs().targets().isEmpty()
                && (named.get().equals(ALL) || named.get().equals(RANDOM))) {
            return byChance(recipe);
        }
        if (own(recipe)) {
            PickClusters draw = (PickClusters) recipe.draw().what();
            if (named.get().equals(EQUAL)) {
                return recipe;
            }
            Recipe chosen = recipe.withDraw(new Named<>(DRAW, draw.by(named.get())));
            return named.get().equals(ALL) ? chosen.withRounds(rounds(recipe, Integer.MAX_VALUE)) : chosen;
        }
        Recipe carrier = carrier();
        PickClusters draw = ((PickClusters) carrier.draw().what()).by(key(named.get()));
        List<Named<Stage>> each = new ArrayList<>(recipe.each());
        each.addAll(beforeCaps(each), carrier.each());
        Repeat rounds = rounds(recipe, named.get().equals(ALL) ? Integer.MAX_VALUE : ROUNDS);
        return recipe.withDraw(new Named<>(DRAW, all instanceof AllDocuments ? draw.ofDocuments() : draw))
                .withEach(each)
                .withRounds(rounds);
    }

    /** What the user set stands before what a policy needs. */
    private Repeat rounds(Recipe recipe, int atMost) {
        boolean set = options.set().stream().anyMatch(setting -> setting.stage().equals(RecipeFile.ROUNDS));
        return set ? recipe.rounds() : new Repeat(atMost, 0);
    }

    /** Without a target there is nothing to learn on the way: passages come in hash order, and nothing is held against anything. */
    private Recipe byChance(Recipe recipe) {
        options.set().stream()
                .filter(setting -> comesIn(setting) || setting.stage().equals(RecipeFile.ROUNDS))
                .map(setting -> new Problem(
                        "without a target nothing is chosen, so there is nothing to set",
                        "--set " + setting.stage() + "." + setting.field(),
                        "add --target; or leave it out, and end with --samples, --max-calls or --max-cost"))
                .forEach(problems::add);
        if (!own(recipe)) {
            return recipe;
        }
        Recipe any = unchosen(recipe);
        Named<Draw<?>> all = new Named<>("all-passages", new AllPassages());
        return any.withDraw(all).withRounds(Repeat.ONCE);
    }

    /** The recipe as it is planned, before a passage was looked at: any passages, and rows that all fit. What a judge is asked stays. */
    public static Recipe unchosen(Recipe recipe) {
        if (!(recipe.draw().what() instanceof PickClusters draw)) {
            return recipe;
        }
        List<Named<Stage>> each = recipe.each().stream()
                .filter(stage -> !stage.what().uses().contains(new Use.Target())
                        || stage.what().paid())
                .filter(stage ->
                        !(stage.what() instanceof Require cut && cut.score().equals(Sight.FIT)))
                .toList();
        Draw<?> any = draw.of().equals("documents") ? new AllDocuments() : new AllPassages(draw.passagesPerRound());
        return recipe.withDraw(new Named<>(recipe.draw().name(), any)).withEach(each);
    }

    /** A target asks for a choice, where the recipe can make one. */
    private Optional<String> policy() {
        return options.inputs()
                .select()
                .or(() -> options.inputs().targets().isEmpty() ? Optional.empty() : Optional.of(EQUAL));
    }

    private String key(String named) {
        return named.equals(EQUAL) ? options.preset().orElse(new PickClusters().policy()) : named;
    }

    private static boolean own(Recipe recipe) {
        return recipe.draw().what() instanceof PickClusters;
    }

    /** With what the user set of it, checked as in any recipe. */
    private Recipe carrier() {
        List<Setting> set = options.set().stream().filter(Selecting::comesIn).toList();
        return RecipeFile.read(OPTION, CARRIER, set, new Catalog());
    }

    private static boolean comesIn(Setting setting) {
        return setting.stage().equals(DRAW) || setting.stage().equals("require-fit");
    }

    /** Before caps by share: a row that is one too many of its kind has taught what its passage yields all the same. */
    private static int beforeCaps(List<Named<Stage>> each) {
        int last = each.size();
        while (last > 0 && each.get(last - 1).what() instanceof CapShares) {
            last--;
        }
        return last;
    }
}
