package dev.lectern.app.words;

import dev.lectern.check.Problem;
import dev.lectern.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program's sentences in one language. A sentence holds {@code {0}} for its first argument and {@code {0|row|rows}}
 * for the word that goes with it when it is a number.
 */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|}]*)\\|([^}]*))?}");
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private final Messages messages;
    private final Phrases phrases;

    private Words(String language) {
        this.messages = Messages.of("program", language);
        this.phrases = language.equals("en") ? Phrases.NONE : Phrases.of(language);
    }

    public static Words in(String language) {
        return new Words(LANGUAGES.contains(language) ? language : "en");
    }

    /** The language that the environment asks for: LECTERN_LANG before LC_ALL, LC_MESSAGES, LANG; English if none of ours. */
    public static String languageOf(Map<String, String> environment) {
        for (String name : List.of("LECTERN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            String locale = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            if (!locale.isBlank()) {
                return locale.startsWith("zh") || locale.startsWith("cmn") ? "zh" : "en";
            }
        }
        return "en";
    }

    public static List<String> languages() {
        return LANGUAGES;
    }

    public String language() {
        return messages.language();
    }

    /** The sentence of this key. */
    public String say(String key, Object... arguments) {
        return fill(messages.get(key), arguments);
    }

    public boolean knows(String key) {
        return messages.has(key);
    }

    /** A sentence that reached us in English, translated where its translation is known. */
    public String translate(String english) {
        return phrases.translate(english);
    }

    /** A sentence with places, that reached us in English; what stands in them may be sentences too. */
    public String translate(String english, List<String> about) {
        return fill(
                phrases.template(english), about.stream().map(this::translate).toArray());
    }

    public Problem translate(Problem problem) {
        return new Problem(translate(problem.what()), translate(problem.where()), translate(problem.fix()));
    }

    static String fill(String sentence, Object... arguments) {
        Matcher place = PLACE.matcher(sentence);
        return place.replaceAll(m -> {
            int n = Integer.parseInt(m.group(1));
            if (n >= arguments.length) {
                return Matcher.quoteReplacement(m.group());
            }
            Object argument = arguments[n];
            if (m.group(2) != null) {
                boolean one = argument instanceof Number number && number.longValue() == 1;
                return Matcher.quoteReplacement(one ? m.group(2) : m.group(3));
            }
            boolean whole = argument instanceof Long || argument instanceof Integer;
            return Matcher.quoteReplacement(
                    whole ? String.format(Locale.ROOT, "%,d", ((Number) argument).longValue()) : argument.toString());
        });
    }
}
