package dev.lectern.options;

import dev.lectern.model.ModelSettings;
import dev.lectern.model.call.Models;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a build is asked for. Most users go through {@code Lectern}, which fills in what they leave out.
 *
 * @param output the run folder; made if missing, gone on with if it holds a run of the same recipe
 * @param sources documents: files, folders or globs
 * @param recipe name or file; empty = the one that the inputs are for, else {@code grounded} where a writer is bound, else {@code extractive}
 * @param preset which of the recipe's settings: {@code paper} or {@code tuned}; empty = its own
 * @param inputs seeds, facts, the web
 * @param craft how answers are made and judged
 * @param models what the user named for each role, {@code writer} → {@code openai:NAME}; what {@link #EVERY_ROLE} names stands for
 *     every role that chats and has no model of its own
 * @param samples how many rows are wanted; empty = all there are
 * @param perPassage questions per passage; empty leaves it to the recipe
 * @param tasks task kinds and their shares; empty leaves it to the recipe
 * @param goal what the dataset is for (domain, users, use), in the user's words
 * @param language auto, en or zh: of the documents, and so of the rows
 * @param retrieve where evidence comes from, {@code own} or {@code hybrid:3}; empty leaves it to the recipe
 * @param calls how models are reached: limits, budgets, the project's own models, keys
 * @param threads for work of our own; changes nothing but time
 * @param formats layouts to write, by name
 * @param split shares of the splits, {@code train=0.9,validation=0.1}
 * @param reasoning where chains of thought go in the data: {@code drop}, {@code think-tags} or {@code field}
 * @param set settings laid over the recipe's
 * @param prompts folder with the project's own prompts, which stand before those that ship
 * @param uiLanguage en or zh: of the report, the card and all messages
 */
public record BuildOptions(
        Path output,
        List<Path> sources,
        Optional<String> recipe,
        Optional<String> preset,
        Inputs inputs,
        Craft craft,
        SortedMap<String, List<String>> models,
        OptionalInt samples,
        OptionalInt perPassage,
        SortedMap<String, Integer> tasks,
        Optional<String> goal,
        String language,
        Optional<String> retrieve,
        ModelSettings calls,
        int threads,
        List<String> formats,
        String split,
        String reasoning,
        List<Setting> set,
        long seed,
        Optional<Path> prompts,
        String uiLanguage) {
    /** The seed where nobody names one. */
    public static final long SEED = 42;

    /** The model for all roles, but for those that have their own and for the embedder, which does not chat. */
    public static final String EVERY_ROLE = "*";

    public BuildOptions {
        sources = List.copyOf(sources);
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        formats = List.copyOf(formats);
        set = List.copyOf(set);
    }

    /** The recipe that was named, or the one that fits what is bound. */
    public String recipeName() {
        if (recipe.isPresent()) {
            return recipe.get();
        } else if (inputs.facts().isPresent()) {
            return "fact-edit";
        } else if (inputs.seeds().isPresent()) {
            return "search-instruct";
        }
        boolean writes = models.containsKey("writer") || models.containsKey(EVERY_ROLE);
        if (writes && inputs.select().isEmpty() && !inputs.targets().isEmpty()) {
            return "equal";
        }
        return writes ? "grounded" : "extractive";
    }

    /** The models of the roles that the recipe has a use for. */
    public SortedMap<String, List<String>> bound(Recipe toRun) {
        SortedMap<String, List<String>> bound = new TreeMap<>();
        for (String role : toRun.roles()) {
            Optional<List<String>> own = Optional.ofNullable(models.get(role));
            boolean chats = !role.equals(Models.EMBEDDER) && !role.equals(Models.REWARD);
            Optional<List<String>> shared = chats ? Optional.ofNullable(models.get(EVERY_ROLE)) : Optional.empty();
            own.or(() -> shared).ifPresent(specs -> bound.put(role, specs));
        }
        if (toRun.looksUp()) {
            Optional.ofNullable(models.get(Models.RERANKER)).ifPresent(specs -> bound.put(Models.RERANKER, specs));
        }
        if (toRun.embeds()) {
            Optional.ofNullable(models.get(Models.EMBEDDER)).ifPresent(specs -> bound.put(Models.EMBEDDER, specs));
        }
        return bound;
    }

    /** Keeps the environment, and so the keys, out of every message. */
    @Override
    public String toString() {
        return "BuildOptions[output=" + output + ", sources=" + sources + ", recipe=" + recipeName() + "]";
    }
}
