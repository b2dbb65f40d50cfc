package dev.lectern.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.kind.Frame;
import dev.lectern.people.Reviews;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.recipe.RecipeCheck;
import dev.lectern.recipe.Setting;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Trait;
import dev.lectern.stage.answer.Vote;
import dev.lectern.stage.screen.HeedReviews;
import dev.lectern.stage.screen.ScreenGoal;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns what a build is asked for into the recipe as run, or into everything that is wrong with it. */
public final class Orders {
    static final String ASK = "ask-from-evidence";
    private static final String RATE = "judge-answer";

    private final BuildOptions options;
    private final List<Problem> problems = new ArrayList<>();

    public Orders(BuildOptions options) {
        this.options = options;
    }

    /** @throws ProblemsException with everything that is wrong with the recipe and the options that shape it */
    public Recipe recipe() {
        Selecting selecting = new Selecting(options, problems);
        Recipe plain = RecipeCatalog.named(options.recipeName(), selecting.preset(), List.of(), new Catalog());
        List<Setting> set = new ArrayList<>();
        options.perPassage().ifPresent(n -> add(set, plain, ASK, "per-passage", IntNode.valueOf(n), "--per-passage"));
        if (!options.tasks().isEmpty()) {
            ObjectNode shares = JsonNodeFactory.instance.objectNode();
            options.tasks().forEach((kind, share) -> shares.set(kind, IntNode.valueOf(share)));
            add(set, plain, ASK, "tasks", shares, "--tasks");
        }
        options.inputs().frames().ifPresent(file -> framed(new FrameFile(file).frames(), plain, set));
        options.goal().ifPresent(goal -> {
            add(set, plain, ASK, "goal", TextNode.valueOf(goal), "--goal");
            add(set, plain, "answer-from-evidence", "goal", TextNode.valueOf(goal), "--goal");
        });
        options.retrieve().ifPresent(typed -> retrieve(typed, plain, set));
        List<String> criteria = options.craft().criteria();
        if (!criteria.isEmpty()) {
            ArrayNode names = JsonNodeFactory.instance.arrayNode();
            criteria.forEach(names::add);
            add(set, plain, RATE, "criteria", names, "--criteria");
        }
        if (!criteria.isEmpty() || options.set().stream().anyMatch(Orders::namesCriteria)) {
            // Who says what answers are rated by wants them rated: without a judge that is an error.
            add(set, plain, RATE, "optional", BooleanNode.FALSE, "--criteria");
        }
        List<Setting> ofVote = ofVote(plain);
        selecting.settings(plain).stream()
                .filter(setting -> !ofVote.contains(setting))
                .forEach(set::add);
        Recipe recipe = RecipeCatalog.named(options.recipeName(), selecting.preset(), set, new Catalog());
        recipe = selecting.fit(new Shaping(options, ofVote, problems).fit(recipe));
        if (!Reviews.in(options.output()).isEmpty()) {
            recipe = heeding(recipe);
        }
        recipe = new RowsWanted(options).fit(scoped(recipe));
        problems.addAll(RecipeCheck.problems(recipe, options.bound(recipe).keySet()));
        problems.addAll(new Provisions(options).problems(recipe));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return recipe;
    }

    /** Settings of the vote that comes in where voters are named. */
    private List<Setting> ofVote(Recipe plain) {
        boolean comes = options.models().containsKey("voters")
                && plain.stages().stream().noneMatch(stage -> stage.what() instanceof Vote);
        return comes
                ? options.set().stream()
                        .filter(setting -> setting.stage().equals("vote"))
                        .toList()
                : List.of();
    }

    private static boolean namesCriteria(Setting setting) {
        return setting.stage().equals(RATE) && setting.field().equals("criteria");
    }

    /** Where no mix was asked for, kinds come as often as their frames do; those for any kind ask questions. */
    private void framed(List<Frame> frames, Recipe plain, List<Setting> set) {
        add(set, plain, ASK, "frames", Json.mapper().valueToTree(frames), "--frames");
        if (options.tasks().isEmpty()) {
            SortedMap<String, Double> shares = new TreeMap<>();
            frames.forEach(
                    frame -> shares.merge(frame.task().isEmpty() ? "qa" : frame.task(), frame.weight(), Double::sum));
            add(set, plain, ASK, "tasks", Json.mapper().valueToTree(shares), "--frames");
        }
    }

    /** @param typed {@code own}, or a way to look passages up and how many of them: {@code hybrid:3} */
    private void retrieve(String typed, Recipe plain, List<Setting> set) {
        String[] parts = typed.split(":", 2);
        if (parts.length == 2 && !parts[1].matches("[1-9]\\d{0,3}")) {
            problems.add(new Problem(
                    "'" + parts[1] + "' is no count of passages", "--retrieve " + typed, "write --retrieve hybrid:3"));
            return;
        }
        add(set, plain, "retrieve", "mode", TextNode.valueOf(parts[0]), "--retrieve");
        if (parts.length == 2) {
            add(set, plain, "retrieve", "top", IntNode.valueOf(Integer.parseInt(parts[1])), "--retrieve");
        }
        if (parts[0].equals("own")) {
            // Typed out, "own" means the passage alone; the recipe's default adds its neighbours.
            add(set, plain, "retrieve", "neighbours", IntNode.valueOf(0), "--retrieve");
        }
    }

    /** With what people decided about rows of the run folder. */
    private static Recipe heeding(Recipe recipe) {
        if (recipe.stages().stream().anyMatch(stage -> stage.what() instanceof HeedReviews)) {
            return recipe;
        }
        List<Named<Stage>> each = new ArrayList<>(recipe.each());
        each.add(new Named<>("heed-reviews", new HeedReviews()));
        return recipe.withEach(each);
    }

    private void add(List<Setting> set, Recipe recipe, String stage, String field, JsonNode value, String option) {
        if (recipe.stages().stream().anyMatch(s -> s.name().equals(stage))) {
            set.add(new Setting(stage, field, value));
            return;
        }
        Problem problem = new Problem(
                "the recipe '" + recipe.name() + "' has no stage '" + stage + "' that it could set",
                option,
                "leave it out, or choose a recipe that has one: --recipe grounded");
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Behind the stage that asks, what the goal leaves out is dropped before it is answered; answers are looked at too. */
    private Recipe scoped(Recipe recipe) {
        if (options.goal().isEmpty()) {
            return recipe;
        }
        List<Named<Stage>> each = new ArrayList<>();
        int n = 0;
        for (Named<Stage> stage : recipe.each()) {
            each.add(stage);
            if (stage.what().adds().contains(Trait.QUESTION)
                    || stage.what().adds().contains(Trait.ANSWER)) {
                n++;
                each.add(new Named<>(
                        n == 1 ? "screen-goal" : "screen-goal-" + n,
                        new ScreenGoal(
                                options.goal().get(),
                                stage.what().adds().contains(Trait.QUESTION)
                                        && options.models().containsKey("judge"))));
            }
        }
        return recipe.withEach(each);
    }
}
