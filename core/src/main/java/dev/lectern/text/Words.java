package dev.lectern.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and folded forms of a text, for comparing it with others. What is shown to people is never folded. */
public final class Words {
    /** Marks that make a sentence of words; inside words and code they may carry meaning, so nothing else is ever removed. */
    private static final String SENTENCE_MARKS = ",.;:!?\"'()[]{}…—–“”‘’「」『』【】《》〈〉〔〕、。·¿¡«»*_";

    private Words() {}

    /** The words of the text in lower case: runs of letters, digits and underscores; each Han character is a word. */
    public static List<String> of(String text) {
        String folded = foldWidth(text).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < folded.length(); ) {
            int point = folded.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean han = Han.is(point);
            boolean inWord = !han && isWordPart(point);
            if (!inWord && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
            if (han) {
                words.add(folded.substring(i, next));
            } else if (inWord && start < 0) {
                start = i;
            }
            i = next;
        }
        if (start >= 0) {
            words.add(folded.substring(start));
        }
        return words;
    }

    public static int count(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); ) {
            int wide = text.codePointAt(i);
            i += Character.charCount(wide);
            int point = wide > 0xFFFF ? wide : narrow((char) wide);
            boolean han = Han.is(point);
            boolean inWord = !han && isWordPart(point);
            if (han || (inWord && !inside)) {
                words++;
            }
            inside = inWord;
        }
        return words;
    }

    /** A 64-bit hash of each word of {@link #of}, in order: the same on every machine; enough to compare texts by. */
    public static long[] hashes(String text) {
        List<String> words = of(text);
        long[] hashes = new long[words.size()];
        for (int i = 0; i < hashes.length; i++) {
            long hash = 0xcbf29ce484222325L;
            for (int j = 0; j < words.get(i).length(); j++) {
                hash = (hash ^ words.get(i).charAt(j)) * 0x100000001b3L;
            }
            hashes[i] = mix(hash);
        }
        return hashes;
    }

    /** Spreads the bits of a hash evenly (the finaliser of MurmurHash3). */
    static long mix(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }

    /** Letters, digits, underscores and the marks that belong to a letter. */
    static boolean isWordPart(int point) {
        if (point < 128) {
            return (point >= 'a' && point <= 'z')
                    || (point >= 'A' && point <= 'Z')
                    || (point >= '0' && point <= '9')
                    || point == '_';
        }
        int type = Character.getType(point);
        return Character.isLetterOrDigit(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Full-width letters, digits and marks as their ASCII twins, and the ideographic space as a space; same length. */
    public static String foldWidth(String text) {
        char[] folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = narrow(c);
            if (plain != c) {
                folded = folded == null ? text.toCharArray() : folded;
                folded[i] = plain;
            }
        }
        return folded == null ? text : new String(folded);
    }

    /** The ASCII twin of a full-width character, else the character itself. */
    public static char narrow(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return c == '\u3000' ? ' ' : c;
    }

    /** Width folded, every run of white space one space, none at the ends. */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = narrow(text.charAt(i));
            if (!isSpace(c)) {
                folded.append(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        int end = folded.length();
        return folded.substring(0, end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    /** White space of any kind: no-break and zero-width spaces count. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /**
     * A question as it is compared with others: lower case, width folded, without sentence punctuation. Marks that tell
     * things apart stay: C++ is not C, and everything inside code ticks stands as it is.
     */
    public static String question(String text) {
        String folded = fold(text).toLowerCase(Locale.ROOT).replace('’', '\'');
        StringBuilder plain = new StringBuilder(folded.length());
        boolean code = false;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '`') {
                code = !code && folded.indexOf('`', i + 1) > 0;
                plain.append(' ');
            } else if (!code && (isSentenceMark(folded, i) || isLoneDash(folded, i))) {
                plain.append(' ');
            } else {
                plain.append(c);
            }
        }
        return dropSpacesAtHan(fold(plain.toString()));
    }

    /** "你 好" is "你好", and "用 Vue 吗" is "用Vue吗": a space beside a Han character is a matter of taste. */
    private static String dropSpacesAtHan(String text) {
        StringBuilder tight = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean taste =
                    text.charAt(i) == ' ' && (Han.is(text.codePointBefore(i)) || Han.is(text.codePointAt(i + 1)));
            if (!taste) {
                tight.append(text.charAt(i));
            }
        }
        return tight.toString();
    }

    /** A mark between two word characters (3.14, std::vec, snake_case) is part of the word. */
    private static boolean joins(String text, int i) {
        int left = i;
        int right = i;
        while (left > 0 && text.charAt(left - 1) == text.charAt(i)) {
            left--;
        }
        while (right + 1 < text.length() && text.charAt(right + 1) == text.charAt(i)) {
            right++;
        }
        return left > 0
                && right + 1 < text.length()
                && isLatinOrDigit(text.charAt(left - 1))
                && isLatinOrDigit(text.charAt(right + 1));
    }

    private static boolean isSentenceMark(String text, int i) {
        return SENTENCE_MARKS.indexOf(text.charAt(i)) >= 0 && !joins(text, i);
    }

    private static boolean isLatinOrDigit(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private static boolean isLoneDash(String text, int i) {
        return text.charAt(i) == '-'
                && (i == 0 || text.charAt(i - 1) == ' ')
                && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
    }
}
