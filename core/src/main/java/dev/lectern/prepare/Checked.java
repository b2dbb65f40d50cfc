package dev.lectern.prepare;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.engine.RunFolder;
import dev.lectern.export.Format;
import dev.lectern.export.Formats;
import dev.lectern.export.Reasoning;
import dev.lectern.export.Splits;
import dev.lectern.ingest.Ingest;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Orders;
import dev.lectern.options.Provisions;
import dev.lectern.options.Selecting;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.Recipe;
import dev.lectern.stage.Supplies;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that was asked for, found to be right. */
public record Checked(
        Recipe recipe,
        List<Format> formats,
        Splits splits,
        Reasoning reasoning,
        PromptLibrary prompts,
        Supplies supplies) {
    public Checked with(Supplies other) {
        return new Checked(recipe, formats, splits, reasoning, prompts, other);
    }

    public Checked with(Recipe other) {
        return new Checked(other, formats, splits, reasoning, prompts, supplies);
    }

    /**
     * Looks for everything that is wrong before anything begins.
     *
     * @param writes whether the output folder will be written, and so must be fit for it
     * @throws ProblemsException with everything that is wrong, whatever part of the command it is in
     */
    public static Checked of(BuildOptions options, boolean writes) {
        List<Problem> problems = new ArrayList<>();
        Optional<Recipe> recipe = gather(problems, () -> new Orders(options).recipe());
        gather(problems, () -> Selecting.look(options.inputs().select()));
        Optional<List<Format>> formats = gather(problems, () -> Formats.named(options.formats()));
        Optional<Splits> splits = gather(problems, () -> Splits.parse(options.split()));
        Optional<Reasoning> reasoning = gather(problems, () -> Reasoning.parse(options.reasoning()));
        Optional<PromptLibrary> prompts = gather(
                problems, () -> options.prompts().map(ResourcePrompts::over).orElseGet(ResourcePrompts::shipped));
        gather(
                problems,
                () -> Models.open(
                        recipe.map(options::bound).orElse(options.models()),
                        options.calls(),
                        new MemoryReplyStore(),
                        Clock.systemUTC()));
        gather(problems, () -> Ingest.look(options.output(), options.sources()));
        Provisions provisions = new Provisions(options);
        Optional<Supplies> supplies = gather(problems, provisions::read);
        gather(problems, provisions::engine);
        recipe.filter(r -> writes)
                .ifPresent(r -> gather(problems, () -> {
                    RunFolder.look(options.output(), r.name());
                    return r;
                }));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Checked(
                recipe.orElseThrow(),
                formats.orElseThrow(),
                splits.orElseThrow(),
                reasoning.orElseThrow(),
                prompts.orElseThrow(),
                supplies.orElseThrow());
    }

    private static <T> Optional<T> gather(List<Problem> problems, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (ProblemsException e) {
            e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
            return Optional.empty();
        }
    }
}
