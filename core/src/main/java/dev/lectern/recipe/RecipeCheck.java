package dev.lectern.recipe;

import dev.lectern.check.Problem;
import dev.lectern.stage.Named;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what cannot work before anything runs: a stage that needs what no earlier one adds, a role without a model. */
public final class RecipeCheck {
    private RecipeCheck() {}

    /** @param bound the roles that have a model */
    public static List<Problem> problems(Recipe recipe, Set<String> bound) {
        List<Problem> problems = new ArrayList<>();
        Map<Trait, String> present = new LinkedHashMap<>();
        recipe.draw().what().adds().forEach(t -> present.put(t, recipe.draw().name()));
        List<Named<Stage>> stages = recipe.stages();
        for (int i = 0; i < stages.size(); i++) {
            Named<Stage> stage = stages.get(i);
            for (Trait need : stage.what().needs()) {
                if (!present.containsKey(need)) {
                    problems.add(missing(recipe, i + 1, stage.name(), need, present.keySet(), stages));
                }
            }
            stage.what().adds().forEach(t -> present.put(t, stage.name()));
        }
        for (String role : recipe.roles()) {
            if (!bound.contains(role) && asked(recipe, role)) {
                problems.add(new Problem(
                        "the role '" + role + "' has no model",
                        "recipe " + recipe.name(),
                        role.equals("writer")
                                ? "add --model openai:NAME --base-url URL, or build without a model: --recipe extractive"
                                : "add --" + role + (role.equals("reward") ? " URL" : " SPEC")));
            }
        }
        return problems;
    }

    /** Whether a stage asks the role that is not left out where nobody is bound to it. */
    private static boolean asked(Recipe recipe, String role) {
        return recipe.stages().stream()
                .map(Named::what)
                .filter(stage -> !(stage instanceof Optionally left && left.optional()))
                .anyMatch(stage -> stage.uses().contains(new Use.Role(role)));
    }

    private static Problem missing(
            Recipe recipe, int place, String stage, Trait need, Set<Trait> present, List<Named<Stage>> stages) {
        String givers = stages.stream()
                .filter(s -> s.what().adds().contains(need))
                .map(Named::name)
                .collect(Collectors.joining("' or '"));
        TreeSet<String> there = present.stream().map(Trait::toString).collect(Collectors.toCollection(TreeSet::new));
        return new Problem(
                "no earlier stage adds " + article(need) + " (there is: " + String.join(", ", there) + ")",
                "recipe " + recipe.name() + ", stage " + place + " '" + stage + "'",
                givers.isEmpty() ? "add a stage before it that does" : "move '" + givers + "' before it");
    }

    private static String article(Trait trait) {
        return trait.name().isEmpty() ? trait.kind() : "the " + trait.kind() + " '" + trait.name() + "'";
    }
}
