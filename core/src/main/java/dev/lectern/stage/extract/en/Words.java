package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** English words as the rules compare them. */
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_'’+#-]*[\\p{L}\\p{N}_+#])?");
    private static final Set<String> STOP = Set.copyOf(Lexicon.lines("stop-words-en.txt"));

    private Words() {}

    /** The words as they stand. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher m = WORD.matcher(text);
        while (m.find()) {
            words.add(m.group());
        }
        return words;
    }

    static int count(String text) {
        return of(text).size();
    }

    static boolean stop(String word) {
        return STOP.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Stems of the words that carry content, in order of first use. */
    static Set<String> content(String text) {
        Set<String> stems = new LinkedHashSet<>();
        for (String word : of(text)) {
            if (!stop(word)) {
                stems.add(stem(word));
            }
        }
        return stems;
    }

    /** A light stem: plural, -ing and -ed go, so that "Declaring arrays" meets "declare an array". */
    static String stem(String word) {
        String w = word.toLowerCase(Locale.ROOT).replaceAll("['’]s$", "");
        if (w.length() > 4 && w.endsWith("ies")) {
            w = w.substring(0, w.length() - 3) + "y";
        } else if (w.length() > 3 && w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = w.substring(0, w.length() - 1);
        }
        if (w.length() > 5 && w.endsWith("ing")) {
            w = w.substring(0, w.length() - 3);
        } else if (w.length() > 4 && w.endsWith("ed")) {
            w = w.substring(0, w.length() - 2);
        }
        if (w.length() > 3 && w.charAt(w.length() - 1) == w.charAt(w.length() - 2)) {
            w = w.substring(0, w.length() - 1);
        }
        return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
    }

    /** Whether every content word of {@code part} is one of {@code whole}'s. */
    static boolean holds(String whole, String part) {
        return content(whole).containsAll(content(part));
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    static String upperFirst(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
