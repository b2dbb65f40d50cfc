package dev.lectern.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every option that Lectern knows, as it stands on the command line; in {@code lectern.yaml} the same word is a key,
 * in kebab-case or snake_case. One that has no part in this version is known all the same, so that it is refused by
 * name and never taken for a slip of the hand. What an option means stands in the message bundles as
 * {@code option.<name>}.
 */
enum Option {
    OUTPUT(Group.MAKE, "DIR", "-o"),
    RECIPE(Group.MAKE, "NAME|FILE"),
    PRESET(Group.MAKE, "paper|tuned"),
    SEEDS(Group.MAKE, "FILE"),
    FACTS(Group.MAKE, "FILE"),
    FRAMES(Group.MAKE, "FILE"),
    TOOLS(Group.MAKE, "FILE"),
    SEARCH(Group.MAKE, "SPEC"),
    TARGET(Group.MAKE, "FILE|TEXT[:0.7]"),
    SELECT(Group.MAKE, "equal|nearest|…"),
    SAMPLES(Group.MAKE, "N", "-n"),
    PER_PASSAGE(Group.MAKE, "N"),
    TASKS(Group.MAKE, "qa=4,…"),
    GOAL(Group.MAKE, "TEXT"),
    LANGUAGE(Group.MAKE, "auto|en|zh"),
    ECONOMY(Group.MAKE, ""),
    CRITERIA(Group.MAKE, "correct,…"),
    RETRIEVE(Group.MAKE, "own"),
    FORMATS(Group.MAKE, "openai,…", "-f", "--format"),
    SPLIT(Group.MAKE, "train=0.9,…"),
    REASONING(Group.MAKE, "drop|think-tags|field"),
    REDACT(Group.MAKE, ""),
    PLACEHOLDERS(Group.MAKE, "restore|keep"),
    NAMES(Group.MAKE, "FILE"),
    SET(Group.MAKE, "STAGE.FIELD=VALUE"),
    SEED(Group.MAKE, "N"),
    MODEL(Group.MODELS, "SPEC", "-m"),
    WRITER(Group.MODELS, "SPEC"),
    JUDGE(Group.MODELS, "SPEC"),
    STUDENT(Group.MODELS, "SPEC"),
    EMBEDDER(Group.MODELS, "SPEC"),
    VOTER(Group.MODELS, "SPEC"),
    RERANK(Group.MODELS, "URL"),
    REWARD(Group.MODELS, "URL"),
    BASE_URL(Group.MODELS, "URL", "--api-base"),
    CONCURRENCY(Group.MODELS, "N"),
    MAX_CALLS(Group.MODELS, "N"),
    MAX_COST(Group.MODELS, "AMOUNT"),
    BATCH(Group.MODELS, ""),
    THREADS(Group.RUN, "N"),
    ENGINE(Group.RUN, "local"),
    CONFIG(Group.RUN, "FILE", "-c"),
    YES(Group.RUN, "", "-y"),
    JSON(Group.RUN, ""),
    QUIET(Group.RUN, "", "-q"),
    UI_LANGUAGE(Group.RUN, "en|zh"),
    HELP(Group.RUN, "", "-h"),

    TRAINER(Group.OWN, "NAME"),
    OPEN(Group.OWN, ""),
    RETRY(Group.OWN, ""),
    PILOT(Group.OWN, "N"),

    OCR(Group.LATER, "URL"),
    FILL_GAPS(Group.LATER, "");

    /** Where an option stands in the help: what to make, with which models, how to run; only of one command; not yet there. */
    enum Group {
        MAKE,
        MODELS,
        RUN,
        OWN,
        LATER
    }

    private final Group group;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> shorter;

    Option(Group group, String label, String... shorter) {
        this.group = group;
        this.label = label;
        this.shorter = List.of(shorter);
    }

    Group group() {
        return group;
    }

    /** Whether this version has the part that the option steers. */
    boolean available() {
        return group != Group.LATER;
    }

    /** What to put after it; empty for one that takes nothing. */
    String label() {
        return label;
    }

    boolean flag() {
        return label.isEmpty();
    }

    /** May be given several times, or as a list in {@code lectern.yaml}. */
    boolean repeatable() {
        return this == SET || this == VOTER || this == JUDGE || this == CRITERIA || this == TARGET;
    }

    /** The key: {@code per-passage}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The long form: {@code --per-passage}. */
    String typed() {
        return "--" + key();
    }

    /** Every form, the long one first. */
    List<String> forms() {
        List<String> forms = new ArrayList<>(List.of(typed()));
        forms.addAll(shorter);
        return forms;
    }

    /** The option of a key in {@code lectern.yaml}, in either case. */
    static Optional<Option> ofKey(String key) {
        String kebab = key.replace('_', '-');
        return Arrays.stream(values())
                .filter(option -> option.key().equals(kebab) || option.shorter.contains("--" + kebab))
                .findFirst();
    }
}
