package dev.lectern;

import dev.lectern.recipe.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a build is asked for. Most users go through {@link Lectern}, which fills in what they leave out.
 *
 * @param output the run folder; made if missing, gone on with if it holds a run of the same recipe
 * @param sources documents: files, folders or globs
 * @param recipe name or file; empty = {@code grounded} where a writer is bound, else {@code extractive}
 * @param models what the user named for each role, {@code writer} → {@code openai:NAME}
 * @param samples how many rows are wanted; empty = all there are
 * @param perPassage questions per passage; empty leaves it to the recipe
 * @param tasks task kinds and their shares; empty leaves it to the recipe
 * @param language auto, en or zh: of the documents, and so of the rows
 * @param retrieve where evidence comes from, {@code own}; empty leaves it to the recipe
 * @param maxCalls model calls that the run folder may hold in all
 * @param concurrency model calls in flight; empty leaves it to the call layer
 * @param threads for work of our own; changes nothing but time
 * @param formats layouts to write, by name
 * @param split shares of the splits, {@code train=0.9,validation=0.1}
 * @param set settings laid over the recipe's
 * @param prompts folder with the project's own prompts, which stand before those that ship
 * @param uiLanguage en or zh: of the report, the card and all messages
 * @param environment where model keys are looked up by their customary names
 */
public record BuildOptions(
        Path output,
        List<Path> sources,
        Optional<String> recipe,
        SortedMap<String, List<String>> models,
        Optional<String> baseUrl,
        OptionalInt samples,
        OptionalInt perPassage,
        SortedMap<String, Integer> tasks,
        String language,
        Optional<String> retrieve,
        OptionalLong maxCalls,
        OptionalInt concurrency,
        int threads,
        List<String> formats,
        String split,
        List<Setting> set,
        long seed,
        Optional<Path> prompts,
        String uiLanguage,
        Map<String, String> environment) {
    /** The seed where nobody names one. */
    public static final long SEED = 42;

    public BuildOptions {
        sources = List.copyOf(sources);
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        formats = List.copyOf(formats);
        set = List.copyOf(set);
        environment = Map.copyOf(environment);
    }

    /** The recipe that was named, or the one that fits what is bound. */
    public String recipeName() {
        return recipe.orElse(models.containsKey("writer") ? "grounded" : "extractive");
    }

    /** Keeps the environment, and so the keys, out of every message. */
    @Override
    public String toString() {
        return "BuildOptions[output=" + output + ", sources=" + sources + ", recipe=" + recipeName() + "]";
    }
}
