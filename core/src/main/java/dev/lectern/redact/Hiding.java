package dev.lectern.redact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders of one request: {@code [EMAIL_1]}, {@code [PHONE_2]}, counted within the request in the order in which they come, so that
 * the same request always goes out the same, and nobody can tell from a placeholder what it stands for, nor join two requests by it.
 * Belongs to one thread.
 */
public final class Hiding {
    private static final String KINDS = "EMAIL|PHONE|CARD|ID|IBAN|IP|NAME";
    private static final Pattern OURS = Pattern.compile("\\[(" + KINDS + ")_(\\d{1,6})\\]");
    /** As models write it down: in other brackets, in small letters, with none at all. */
    private static final Pattern SAID = Pattern.compile(
            "[\\[【［]\\s?(" + KINDS + ")[_ -]?(\\d{1,6})\\s?[\\]】］]|(?<![\\w\\[])(" + KINDS + ")_(\\d{1,6})(?![\\w\\]])",
            Pattern.CASE_INSENSITIVE);

    private final Redactor redactor;
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<PersonalData, Integer> last = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Hiding(Redactor redactor) {
        this.redactor = redactor;
    }

    /** Placeholders that a text brings with it, which therefore stand for nothing of ours. */
    public Hiding besides(String text) {
        Matcher matcher = OURS.matcher(text);
        while (matcher.find()) {
            taken.add(matcher.group());
        }
        return this;
    }

    /** The text with placeholders for all personal data in it. */
    public String hide(String text) {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        for (Found found : redactor.find(text)) {
            redactor.hid(found, text);
            String value = text.substring(found.start(), found.end());
            hidden.append(text, from, found.start())
                    .append(placeholders.computeIfAbsent(value, v -> next(found.kind(), v)));
            from = found.end();
        }
        return from == 0 ? text : hidden.append(text, from, text.length()).toString();
    }

    /** Whether nothing was hidden. */
    public boolean isEmpty() {
        return placeholders.isEmpty();
    }

    /** The text with what was hidden in the places of its placeholders. */
    public String restore(String text) {
        return SAID.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Optional.ofNullable(values.get(name(match))).orElse(match.group())));
    }

    /** A placeholder in an answer that stands for nothing; empty if there is none. */
    public Optional<String> unknown(String answer) {
        Matcher matcher = OURS.matcher(answer);
        while (matcher.find()) {
            if (!values.containsKey(name(matcher.toMatchResult())) && !taken.contains(matcher.group())) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    private String next(PersonalData kind, String value) {
        String placeholder;
        int number;
        do {
            number = last.merge(kind, 1, Integer::sum);
            placeholder = "[" + kind + "_" + number + "]";
        } while (taken.contains(placeholder));
        values.put(kind + "_" + number, value);
        return placeholder;
    }

    private static String name(MatchResult match) {
        boolean bare =
                match.groupCount() > 2 && Optional.ofNullable(match.group(1)).isEmpty();
        String kind = bare ? match.group(3) : match.group(1);
        String number = bare ? match.group(4) : match.group(2);
        return kind.toUpperCase(Locale.ROOT) + "_" + number;
    }
}
