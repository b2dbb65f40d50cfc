package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where sentences end. */
final class Cut {
    private static final Pattern END =
            Pattern.compile("[.!?][\"'”’)\\]*`]*(?=\\s+[\"'“‘(\\[`*]*[\\p{Lu}\\d`])|[。！？；]+[”’」』）)]*");
    private static final Set<String> NO_END = Set.of(
            "e.g", "i.e", "etc", "vs", "cf", "mr", "mrs", "ms", "dr", "st", "no", "fig", "figs", "approx", "inc", "ltd",
            "co", "jr", "sr", "prof", "gen", "col", "al");

    private Cut() {}

    static List<Span> sentences(String text, Span body) {
        List<Span> found = new ArrayList<>();
        int from = body.start();
        Matcher end = END.matcher(text).region(body.start(), body.end()).useTransparentBounds(true);
        while (end.find()) {
            if (!abbreviation(text, from, end.start())) {
                add(text, from, end.end(), found);
                from = end.end();
            }
        }
        add(text, from, body.end(), found);
        return found;
    }

    private static boolean abbreviation(String text, int from, int stop) {
        int word = stop;
        while (word > from && (Character.isLetter(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
            word--;
        }
        String before = text.substring(word, stop).toLowerCase(java.util.Locale.ROOT);
        return text.charAt(stop) == '.' && (NO_END.contains(before) || (before.length() == 1 && !before.equals("i")));
    }

    private static void add(String text, int start, int end, List<Span> found) {
        int s = start;
        int e = end;
        while (s < e && Character.isWhitespace(text.charAt(s))) {
            s++;
        }
        while (e > s && Character.isWhitespace(text.charAt(e - 1))) {
            e--;
        }
        if (e > s) {
            found.add(new Span(s, e));
        }
    }
}
