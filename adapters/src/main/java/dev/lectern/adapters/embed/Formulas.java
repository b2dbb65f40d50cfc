package dev.lectern.adapters.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads formulas in LaTeX out: {@code $\sqrt{\frac{a}{b}}$} becomes "square root fraction a b". A model of everyday English takes commands and braces
 * for noise; the words it knows, and so texts on mathematics come to lie nearer to each other.
 */
final class Formulas {
    /** No model reads more of a text than this; what is not read need not be looked through. */
    private static final int MOST_CHARACTERS = 20_000;

    /** Most characters of one formula: a text with very many openings stays cheap. */
    private static final String LONG = ".{1,4000}?";

    /** A formula that an environment holds. What it is closed by has its name: others may lie within. */
    private static final Pattern DISPLAYED =
            Pattern.compile("(?s)\\\\begin\\{((?:align|alignat|flalign|equation|gather|eqnarray|multline)\\*?)\\}("
                    + LONG + ")\\\\end\\{\\1\\}");

    /**
     * A formula between signs. A lone dollar opens one only before, and closes one only after, what is no blank, and neither beside what makes it money, a
     * variable or code: "from $5 to US$10", "$HOME/bin:$PATH". "The $n$th" is one.
     */
    private static final Pattern FORMULA = Pattern.compile("(?s)(?<!\\\\)\\$\\$(" + LONG + ")\\$\\$"
            + "|(?<![\\p{L}\\p{N}\\\\$])\\$(?=[^\\s$])((?:(?!\\n\\s*\\n)[^$]){1,600}+)(?<=[^\\s\\\\])\\$(?![\\p{N}{]|(?!(?:th|st|nd|rd|s)\\b)\\p{L})"
            + "|(?<!\\\\)\\\\\\[(" + LONG + ")\\\\\\]"
            + "|(?<!\\\\)\\\\\\((" + LONG + ")\\\\\\)");

    private static final Pattern UNSAID =
            Pattern.compile("\\\\(?:label|tag|ref|eqref|color|hspace|vspace)\\*?\\{[^{}]{0,100}\\}");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("\\\\(begin|end)\\{([A-Za-z]{0,20})\\*?\\}(?:\\{[lcr|@{} ]{0,40}\\})?");
    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");
    private static final Pattern SIGN = Pattern.compile("\\\\[^A-Za-z]|[{}&~]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Map<String, String> SAID = said();

    private Formulas() {}

    /** The text with its formulas in words; the same text where it has none. */
    static String readOut(String text) {
        String read = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        if (read.indexOf('$') < 0 && read.indexOf('\\') < 0) {
            return read;
        }
        return replaced(FORMULA, replaced(DISPLAYED, read, each -> words(each.group(2))), each -> words(inside(each)));
    }

    private static String inside(MatchResult formula) {
        return IntStream.rangeClosed(1, formula.groupCount())
                .mapToObj(formula::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static String words(String formula) {
        String begun = replaced(
                ENVIRONMENT,
                UNSAID.matcher(formula).replaceAll(" "),
                each -> each.group(1).equals("begin") ? SAID.getOrDefault(each.group(2), "") : "");
        String named = replaced(COMMAND, begun, each -> SAID.getOrDefault(each.group(1), each.group(1)));
        return BLANKS.matcher(SIGN.matcher(named).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }

    private static String replaced(Pattern pattern, String text, Function<MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(each -> " " + Matcher.quoteReplacement(by.apply(each)) + " ");
    }

    private static Map<String, String> said() {
        Map<String, String> said = new HashMap<>();
        try (InputStream file = Formulas.class.getResourceAsStream("formulas.txt")) {
            if (file == null) {
                throw new IllegalStateException("formulas.txt is not on the class path");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(parts -> said.put(parts[0], parts.length > 1 ? parts[1] : ""));
            return Map.copyOf(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
