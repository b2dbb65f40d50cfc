package dev.lectern;

import dev.lectern.check.ProblemsException;
import dev.lectern.engine.Progress;
import dev.lectern.export.Formats;
import dev.lectern.export.Reasoning;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Craft;
import dev.lectern.plan.Plan;
import dev.lectern.plan.Planning;
import dev.lectern.prepare.Checked;
import dev.lectern.recipe.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Documents in, a dataset out. A build goes on with what is in the output folder: running it again is the resume, and
 * nothing is asked or paid for twice.
 *
 * <pre>{@code
 * Result result = Lectern.into(Path.of("out"))
 *         .documents(Path.of("handbook"))
 *         .samples(100)
 *         .build();
 * System.out.println(result.report().samples().accepted() + " rows in " + result.folder());
 * }</pre>
 *
 * Not safe for many threads while it is being set up.
 */
public final class Lectern extends InputChoice<Lectern> {
    private final Path output;
    private final SortedMap<String, Integer> tasks = new TreeMap<>();
    private final List<Setting> set = new ArrayList<>();
    private Optional<String> recipe = Optional.empty();
    private Optional<String> preset = Optional.empty();
    private Optional<String> goal = Optional.empty();
    private Craft craft = Craft.PLAIN;
    private Optional<String> retrieve = Optional.empty();
    private Optional<Path> prompts = Optional.empty();
    private OptionalInt samples = OptionalInt.empty();
    private OptionalInt perPassage = OptionalInt.empty();
    private int threads = Runtime.getRuntime().availableProcessors();
    private List<String> formats = Formats.DEFAULT;
    private String language = "auto";
    private String split = "train=1";
    private String reasoning = Reasoning.DROP.typed();
    private String uiLanguage = "en";
    private long seed = BuildOptions.SEED;

    private Lectern(Path output) {
        this.output = output;
    }

    @Override
    Lectern self() {
        return this;
    }

    /** A build into this folder. */
    public static Lectern into(Path output) {
        return new Lectern(output);
    }

    /**
     * Runs a build from beginning to end.
     *
     * @throws ProblemsException with everything that is wrong with the options, the recipe or the sources
     */
    public static Result build(BuildOptions options, Progress progress) {
        return new Building(options, progress).run();
    }

    /**
     * Looks for everything that is wrong with a build before it begins; reads no document, calls no model.
     *
     * @param writes false where the output folder plays no part, as for a plan
     * @throws ProblemsException with all of it
     */
    public static void check(BuildOptions options, boolean writes) {
        Checked.of(options, writes);
    }

    /**
     * What a build would do: reads the documents, calls no model, writes nothing.
     *
     * @throws ProblemsException as {@link #build(BuildOptions, Progress)}
     */
    public static Plan plan(BuildOptions options, Progress progress) {
        return new Planning(options, progress, 0).run();
    }

    /**
     * The same after so many passages were worked on for real. What that takes is paid for, counts towards the budgets, and is kept in
     * the output folder, so that the build pays for none of it again.
     */
    public static Plan plan(BuildOptions options, Progress progress, int pilot) {
        return new Planning(options, progress, pilot).run();
    }

    /** A recipe that ships, by name, or a recipe file. */
    public Lectern recipe(String nameOrFile) {
        recipe = Optional.of(nameOrFile);
        return this;
    }

    /** Which settings of the recipe: {@code paper} or {@code tuned}. */
    public Lectern preset(String name) {
        preset = Optional.of(name);
        return this;
    }

    /** Whether questions and answers are asked for in one call. */
    public Lectern economy(boolean inOneCall) {
        craft = craft.withEconomy(inOneCall);
        return this;
    }

    /** What judges rate answers by: {@code correct}, or {@code polite: it greets the customer}. */
    public Lectern criteria(String... names) {
        craft = craft.withCriteria(List.of(names));
        return this;
    }

    /** How many rows are wanted; the best of those there are. */
    public Lectern samples(int wanted) {
        samples = OptionalInt.of(wanted);
        return this;
    }

    public Lectern perPassage(int questions) {
        perPassage = OptionalInt.of(questions);
        return this;
    }

    /** Share of a task kind among the rows asked for. */
    public Lectern task(String kind, int share) {
        tasks.put(kind, share);
        return this;
    }

    /** What the dataset is for: domain, users, use; what comes behind {@code not:} is left out. */
    public Lectern goal(String text) {
        goal = Optional.of(text);
        return this;
    }

    /** A setting of the recipe, {@code set("screen-answer.words=[5]")}. */
    public Lectern set(String setting) {
        set.add(Setting.parse(setting));
        return this;
    }

    public Lectern language(String autoEnOrZh) {
        language = autoEnOrZh;
        return this;
    }

    public Lectern formats(String... names) {
        formats = List.of(names);
        return this;
    }

    /** Shares of the splits, {@code train=0.9,validation=0.1}. */
    public Lectern split(String shares) {
        split = shares;
        return this;
    }

    /** Where chains of thought go in the data: {@code drop}, {@code think-tags} or {@code field}. */
    public Lectern reasoning(String dropThinkTagsOrField) {
        reasoning = dropThinkTagsOrField;
        return this;
    }

    public Lectern seed(long number) {
        seed = number;
        return this;
    }

    public Lectern threads(int number) {
        threads = number;
        return this;
    }

    /** Where evidence comes from: {@code own}, {@code lexical:3}, {@code vector:3} or {@code hybrid:3}. */
    public Lectern retrieve(String mode) {
        retrieve = Optional.of(mode);
        return this;
    }

    /** Folder with prompts of the project's own. */
    public Lectern prompts(Path folder) {
        prompts = Optional.of(folder);
        return this;
    }

    /** Language of the report, the card and the messages: en or zh. */
    public Lectern uiLanguage(String enOrZh) {
        uiLanguage = enOrZh;
        return this;
    }

    /** All that was set, with the defaults for the rest. */
    public BuildOptions options() {
        return new BuildOptions(
                output,
                sources(),
                recipe,
                preset,
                inputs(),
                craft,
                named(),
                samples,
                perPassage,
                tasks,
                goal,
                language,
                retrieve,
                calls(),
                threads,
                formats,
                split,
                reasoning,
                set,
                seed,
                prompts,
                uiLanguage);
    }

    /** Runs the build. @throws ProblemsException with everything that is wrong */
    public Result build() {
        return build(options(), Progress.SILENT);
    }

    /** What the build would do. @throws ProblemsException with everything that is wrong */
    public Plan plan() {
        return plan(options(), Progress.SILENT);
    }
}
