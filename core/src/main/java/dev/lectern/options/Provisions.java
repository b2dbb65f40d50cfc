package dev.lectern.options;

import dev.lectern.aim.Aiming;
import dev.lectern.aim.Sight;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Human;
import dev.lectern.people.Reviews;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Facts;
import dev.lectern.seed.Seeds;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Use;
import dev.lectern.tool.Toolbox;
import dev.lectern.web.SearchEngine;
import dev.lectern.web.Web;
import dev.lectern.web.WebProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** What a build is given besides documents, held against what its recipe has a use for. */
public record Provisions(BuildOptions options) {
    /** Everything that is missing, and everything that nothing would be done with. */
    List<Problem> problems(Recipe recipe) {
        List<Problem> problems = new ArrayList<>();
        Inputs inputs = options.inputs();
        given(recipe, new Use.Seeds(), inputs.seeds().isPresent(), "--seeds", "questions to begin from", problems);
        given(recipe, new Use.Facts(), inputs.facts().isPresent(), "--facts", "facts that have changed", problems);
        targeted(recipe, problems);
        boolean calls = recipe.uses(new Use.Toolbox());
        if (inputs.tools().isPresent() && !calls) {
            problems.add(new Problem(
                    "no row would call them",
                    "--tools",
                    "ask for rows that do: --tasks tool-use=1 in the recipe grounded, or leave it out"));
        } else if (calls && inputs.tools().isEmpty()) {
            problems.add(new Problem(
                    "the task 'tool-use' needs tools to call",
                    "recipe " + recipe.name(),
                    "add --tools FILE with their schemas or an OpenAPI description"));
        }
        boolean web = recipe.uses(new Use.Web());
        if (inputs.search().isPresent() && !web) {
            problems.add(idle(recipe, "--search"));
        } else if (web
                && recipe.uses(new Use.Seeds())
                && inputs.search().isEmpty()
                && options.sources().isEmpty()) {
            problems.add(new Problem(
                    "there is nothing to answer from",
                    "recipe " + recipe.name(),
                    "name documents, or add --search SPEC"));
        }
        return problems;
    }

    private void targeted(Recipe recipe, List<Problem> problems) {
        boolean aimed = !options.inputs().targets().isEmpty();
        if (aimed && !recipe.uses(new Use.Target())) {
            problems.add(idle(recipe, "--target"));
        } else if (!aimed && recipe.uses(new Use.Target())) {
            problems.add(new Problem(
                    "nothing says what the rows are for, so no document can be chosen for it",
                    options.inputs()
                            .select()
                            .map(policy -> "--select " + policy)
                            .orElse("recipe " + recipe.name()),
                    "add --target FILE with pairs or documents, or --target 'a sentence'; --select random needs none"));
        }
    }

    private static void given(
            Recipe recipe, Use use, boolean given, String option, String what, List<Problem> problems) {
        if (given && !recipe.uses(use)) {
            problems.add(idle(recipe, option));
        } else if (!given && recipe.draw().what().uses().contains(use)) {
            problems.add(new Problem("the recipe needs " + what, "recipe " + recipe.name(), "add " + option + " FILE"));
        }
    }

    private static Problem idle(Recipe recipe, String option) {
        return new Problem(
                "the recipe '" + recipe.name() + "' has no use for it",
                option,
                "leave it out, or choose another recipe");
    }

    /** Whether a build may begin without a document. */
    public static boolean documentsNeeded(Recipe recipe) {
        return recipe.draw().what().uses().contains(new Use.Documents());
    }

    /** Seeds, facts and tools, read. @throws ProblemsException with everything in them that cannot be used */
    public Supplies read() {
        Seeds seeds = options.inputs()
                .seeds()
                .map(file -> Seeds.read(file, options.language()))
                .orElse(Seeds.NONE);
        Facts facts = options.inputs()
                .facts()
                .map(file -> Facts.read(file, options.language()))
                .orElse(Facts.NONE);
        Toolbox toolbox = options.inputs().tools().map(Toolbox::read).orElse(Toolbox.NONE);
        return new Supplies(
                seeds,
                facts,
                Web.NONE,
                toolbox,
                Reviews.in(options.output()).withRows(answered(seeds)),
                Sight.of(new Aiming(options.inputs().targets()).read()));
    }

    /** Seeds to which a person gave the answer, too: rows already, which nothing alters. */
    private static Stream<Sample> answered(Seeds seeds) {
        return seeds.seeds().stream()
                .filter(seed -> seed.human() && seed.answer().isPresent())
                .map(seed -> Human.added(
                        seed.question(), seed.answer().get(), seed.task().orElse(""), seed.language()));
    }

    /** The way to the web, where there is one on the class path. */
    public static Optional<WebProvider> provider() {
        return ServiceLoader.load(WebProvider.class).findFirst();
    }

    /** The engine that was named. @throws ProblemsException if it cannot be asked */
    public Optional<SearchEngine> engine() {
        return options.inputs()
                .search()
                .map(spec -> provider()
                        .orElseThrow(() -> new ProblemsException(
                                "there is no way to the web", "--search", "put lectern-adapters on the class path"))
                        .engine(spec, options.calls().environment()));
    }
}
