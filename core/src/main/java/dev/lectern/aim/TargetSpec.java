package dev.lectern.aim;

import dev.lectern.check.ProblemsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the rows are for, as it was typed: a file of pairs, documents, or a sentence; with a weight where there are several.
 *
 * @param file empty for a sentence
 */
public record TargetSpec(String typed, Optional<Path> file, double weight) {
    private static final Pattern WEIGHTED = Pattern.compile("(.+):(\\d+(?:\\.\\d+)?|\\.\\d+)");

    /** What stands behind the last colon, where a weight belongs. */
    private static final Pattern TAILED = Pattern.compile("(.+):([^:/\\\\]*)");

    /** What ends so is meant as a file, whatever it says. */
    private static final Pattern LIKE_A_FILE =
            Pattern.compile("(?i)\\S+|.*\\.(jsonl?|ndjson|csv|tsv|xlsx?|txt|md|html?|pdf|docx|parquet)");

    /**
     * Reads {@code FILE}, {@code FILE:0.7} or a sentence.
     *
     * @param paths finds the file that a name stands for
     * @throws ProblemsException if it names a file that is not there, or no weight
     */
    public static TargetSpec parse(String typed, Function<String, Path> paths) {
        if (typed.isBlank()) {
            throw new ProblemsException(
                    "a target says nothing",
                    "--target '" + typed + "'",
                    "name a file of pairs or documents, or write a sentence that says what the rows are for");
        }
        Optional<Path> whole = existing(typed, paths);
        Matcher weighted = WEIGHTED.matcher(typed);
        if (whole.isPresent() || !weighted.matches()) {
            Matcher tailed = TAILED.matcher(typed);
            if (whole.isEmpty()
                    && tailed.matches()
                    && existing(tailed.group(1), paths).isPresent()) {
                throw new ProblemsException(
                        "'" + tailed.group(2) + "' is no weight",
                        "--target " + typed,
                        "write a number above 0 behind the colon: " + tailed.group(1) + ":0.7");
            }
            return of(typed, whole, 1);
        }
        double weight = Double.parseDouble(weighted.group(2));
        if (weight == 0) {
            throw new ProblemsException(
                    "the target '" + weighted.group(1) + "' of weight 0 plays no part",
                    "--target " + typed,
                    "give it a weight above 0, or leave it out");
        }
        return of(weighted.group(1), existing(weighted.group(1), paths), weight);
    }

    private static TargetSpec of(String typed, Optional<Path> file, double weight) {
        if (file.isEmpty() && !han(typed) && LIKE_A_FILE.matcher(typed).matches()) {
            throw new ProblemsException(
                    "there is no file '" + typed + "'",
                    "--target",
                    "check the spelling, or write a sentence that says what the rows are for");
        }
        return new TargetSpec(typed, file, weight);
    }

    private static boolean han(String typed) {
        return typed.codePoints().anyMatch(Character::isIdeographic) && typed.indexOf('.') < 0;
    }

    private static Optional<Path> existing(String typed, Function<String, Path> paths) {
        try {
            return Optional.of(paths.apply(typed)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
