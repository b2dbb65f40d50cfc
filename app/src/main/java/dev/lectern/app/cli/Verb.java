package dev.lectern.app.cli;

import static dev.lectern.app.cli.Option.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Every command that Lectern knows, with the names that other tools have taught people to type. One that has no part in
 * this version is known all the same, so that it is refused by name.
 */
enum Verb {
    BUILD("SOURCE…", Takes.A_BUILD, "create"),
    PLAN("SOURCE…", Takes.A_PLAN),
    EXPLAIN("RUN ID", Takes.LITTLE),
    CHECK("FILE…", Takes.A_FILE),
    REPORT("RUN", Takes.A_RUN),
    FAILURES("RUN", Takes.FAILED_ONES),
    REVIEW("RUN [FILE]", Takes.A_SHEET),
    CALIBRATE("RUN [FILE]", Takes.LITTLE),
    DOCTOR("", Takes.A_MODEL, "system-check"),
    RECIPES("[NAME]", Takes.LITTLE),
    STAGES("[NAME]", Takes.LITTLE),
    PROMPTS("[NAME]", Takes.A_NAME),
    FORMATS("[NAME]", Takes.LITTLE),
    MODELS("[NAME]", Takes.A_NAME),
    INGEST("SOURCE…", Takes.NOTHING_YET),
    CLEAN("FILE…", Takes.NOTHING_YET, "curate"),
    DEDUP("FILE…", Takes.NOTHING_YET),
    DECONTAMINATE("FILE…", Takes.NOTHING_YET),
    CONVERT("IN OUT", Takes.NOTHING_YET),
    EXPORT("RUN", Takes.NOTHING_YET, "save-as"),
    DIFF("RUN RUN", Takes.NOTHING_YET),
    EVALUATE("", Takes.NOTHING_YET),
    STUDIO("[FOLDER]", Takes.NOTHING_YET);

    /** Which options a command takes. */
    private enum Takes {
        A_BUILD,
        A_PLAN,
        A_MODEL,
        A_FILE,
        A_RUN,
        A_NAME,
        FAILED_ONES,
        A_SHEET,
        LITTLE,
        NOTHING_YET
    }

    private final String operands;
    private final Takes takes;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> aliases;

    Verb(String operands, Takes takes, String... aliases) {
        this.operands = operands;
        this.takes = takes;
        this.aliases = List.of(aliases);
    }

    boolean available() {
        return takes != Takes.NOTHING_YET;
    }

    /** What stands after it, as the help shows it. */
    String operands() {
        return operands;
    }

    List<String> aliases() {
        return aliases;
    }

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its operands are documents, which a {@code lectern.yaml} may name. */
    boolean reads() {
        return takes == Takes.A_BUILD || takes == Takes.A_PLAN;
    }

    /** The options it takes, in the order of the help. */
    Set<Option> options() {
        Set<Option> options = EnumSet.of(JSON, QUIET, UI_LANGUAGE, HELP);
        switch (takes) {
            case A_BUILD, A_PLAN -> {
                options = EnumSet.allOf(Option.class);
                options.removeIf(option -> option.group() == Group.OWN);
                if (takes == Takes.A_PLAN) {
                    options.add(PILOT);
                }
            }
            case A_MODEL ->
                options.addAll(List.of(
                        OUTPUT, MODEL, WRITER, JUDGE, STUDENT, EMBEDDER, VOTER, REWARD, BASE_URL, CONCURRENCY, CONFIG));
            case A_FILE -> options.addAll(List.of(TRAINER, FACTS));
            case A_RUN -> options.add(OPEN);
            case A_NAME -> options.addAll(List.of(CONFIG));
            case FAILED_ONES -> options.addAll(List.of(RETRY, YES));
            case A_SHEET -> options.add(OUTPUT);
            case LITTLE, NOTHING_YET -> {}
        }
        return options;
    }

    static Optional<Verb> of(String typed) {
        return Arrays.stream(values())
                .filter(verb -> verb.typed().equals(typed) || verb.aliases.contains(typed))
                .findFirst();
    }
}
