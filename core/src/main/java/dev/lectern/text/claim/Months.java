package dev.lectern.text.claim;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Months by name, which no number tells: March is stated by Mar., 2020-03-12, 12/3/2020, 3月 and 三月. */
final class Months {
    private static final List<String> NAMES =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String NAME =
            "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
    /** A month beside a number or after a word that a time follows; May may do much else. */
    private static final Pattern CLAIM = Pattern.compile("\\b" + NAME
            + "\\b\\.?(?=,? \\d)|(?<=\\d(?:st|nd|rd|th)? (?:of )?)" + NAME
            + "\\b|(?<=\\b(?:in|of|since|until|by|from|to|late|early|mid|during) )" + NAME
            + "\\b(?! [A-Z][a-z])|^" + NAME + "\\W*$");

    private static final Pattern STATED = Pattern.compile("(?i)\\b" + NAME + "\\b");
    private static final Pattern NUMERIC = Pattern.compile(
            "(?<!\\d)(\\d{1,4})[-/.](\\d{1,2})[-/.](\\d{1,4})(?!\\d)|(?<!\\d)(\\d{1,2})\\s?月|(?<!\\d)(?:19|20)\\d\\d-(\\d\\d)(?!\\d)");

    private Months() {}

    /** The first month that the text names and no source states. */
    static Optional<String> firstInvented(String text, Collection<String> sources) {
        Matcher claim = CLAIM.matcher(text);
        Set<Integer> stated = new TreeSet<>();
        while (claim.find()) {
            if (stated.isEmpty()) {
                sources.forEach(source -> state(NumberWords.inDigits(source), stated));
            }
            if (!stated.contains(month(claim.group()))) {
                return Optional.of(claim.group());
            }
        }
        return Optional.empty();
    }

    private static void state(String text, Set<Integer> stated) {
        Matcher named = STATED.matcher(text);
        while (named.find()) {
            stated.add(month(named.group()));
        }
        Matcher numeric = NUMERIC.matcher(text);
        while (numeric.find()) {
            for (int group = 1; group <= numeric.groupCount(); group++) {
                String digits = numeric.group(group);
                if (digits != null && digits.length() <= 2) {
                    stated.add(Integer.parseInt(digits));
                }
            }
        }
    }

    private static int month(String name) {
        return NAMES.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
