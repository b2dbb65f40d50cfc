package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.HashMap;
import java.util.Map;

/** Traditional and simplified characters, one for one: only those that patterns, word lists and phrasings hold. */
final class Script {
    private static final Map<Character, Character> SIMPLER = new HashMap<>();
    private static final Map<Character, Character> OLDER = new HashMap<>();

    static {
        for (String line : Lexicon.lines("zh/traditional.txt")) {
            for (String pair : line.split(" ", -1)) {
                SIMPLER.put(pair.charAt(0), pair.charAt(1));
                OLDER.putIfAbsent(pair.charAt(1), pair.charAt(0));
            }
        }
        // Where several old characters share a new one: the one that our own phrasings mean.
        OLDER.put('里', '裡');
        OLDER.put('后', '後');
        OLDER.put('并', '並');
        OLDER.put('复', '複');
        OLDER.put('系', '係');
        OLDER.put('发', '發');
        OLDER.put('于', '於');
    }

    private Script() {}

    /** The text in simplified characters; as long as before, so that offsets hold in both. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text);
        for (int i = 0; i < folded.length(); i++) {
            folded.setCharAt(i, SIMPLER.getOrDefault(folded.charAt(i), folded.charAt(i)));
        }
        return folded.toString();
    }

    /** A phrasing of ours, written simplified, in traditional characters. */
    static String traditional(String phrasing) {
        StringBuilder old = new StringBuilder(phrasing);
        for (int i = 0; i < old.length(); i++) {
            old.setCharAt(i, OLDER.getOrDefault(old.charAt(i), old.charAt(i)));
        }
        return old.toString();
    }

    static boolean han(int c) {
        return Character.isIdeographic(c);
    }

    /** Letters, digits and the marks of code: what a space stands round between Han characters. */
    static boolean latin(int c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || "`<>$@#-_.*/+%".indexOf(c) >= 0);
    }

    /** Han characters, a run of Latin letters or digits counting as two. */
    static int length(String text) {
        int count = 0;
        boolean word = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c < 0x250 && Character.isLetterOrDigit(c);
            count += han(c) ? 1 : letter && !word ? 2 : 0;
            word = letter;
        }
        return count;
    }
}
