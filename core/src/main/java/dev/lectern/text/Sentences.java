package dev.lectern.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Where sentences begin and end, in English and Chinese and the mixtures people write. Sentences carry no white space at
 * their ends; between them stands nothing but white space, so they re-join without loss. A blank line, a list marker and a
 * heading mark end a sentence; a single line break does not. Quotes and brackets that close soon are not cut inside, nor is
 * code in ticks. A Chinese semicolon or ellipsis ends a sentence only where the line or the quotation ends too: half a
 * sentence is no answer.
 */
public final class Sentences {
    private static final String ENDERS = ".!?。！？｡．";
    private static final String CLOSERS = "\"'”’」』)]}）】》〉»*_";
    /** What goes on after a quoted question: 他问“为什么？”的时候. */
    private static final String GOES_ON = "，、；：。！？,;:的地得了等时時说說道问問一这這是和与與";

    private final String text;
    private final int start;
    private final int end;
    private final List<Sentence> found = new ArrayList<>();

    /** A half-open range of UTF-16 units. */
    public record Sentence(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    private Sentences(String text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    public static List<Sentence> of(String text) {
        return in(text, 0, text.length());
    }

    /** The sentences of a range of the text, counted from the text's own beginning. */
    public static List<Sentence> in(String text, int start, int end) {
        Sentences sentences = new Sentences(text, start, end);
        sentences.cut();
        return List.copyOf(sentences.found);
    }

    private void cut() {
        int begin = start;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            int close;
            if (c == '`' && (close = Enclosed.closingTicks(text, i, end)) > 0) {
                i = close;
            } else if (c == '\n' && lineEndsSentence(i)) {
                begin = add(begin, i);
                i++;
            } else if ((close = Enclosed.closingQuote(text, start, i, end)) > 0) {
                int after = close + 1;
                if (quoteEndsSentence(begin, i, close)) {
                    after = pastClosers(after);
                    begin = add(begin, after);
                }
                i = after;
            } else if (isEnder(i)) {
                int last = lastEnder(i);
                int after = pastClosers(last + 1);
                if (endsSentence(begin, i, last, after)) {
                    begin = add(begin, after);
                    i = after;
                } else {
                    i = last + 1;
                }
            } else {
                i++;
            }
        }
        add(begin, end);
    }

    private int add(int begin, int stop) {
        int a = begin;
        int b = stop;
        while (a < b && Words.isSpace(text.charAt(a))) {
            a++;
        }
        while (b > a && Words.isSpace(text.charAt(b - 1))) {
            b--;
        }
        if (a < b) {
            found.add(new Sentence(a, b));
        }
        return stop;
    }

    private boolean isEnder(int i) {
        return ENDERS.indexOf(text.charAt(i)) >= 0 || isEllipsis(text.charAt(i)) || isSemicolon(text.charAt(i));
    }

    private static boolean isEllipsis(char c) {
        return c == '…' || c == '⋯';
    }

    private static boolean isSemicolon(char c) {
        return c == '；';
    }

    /** The last of a run of enders: "?!", "……", "。。。". */
    private int lastEnder(int i) {
        int last = i;
        while (last + 1 < end && isEnder(last + 1)) {
            last++;
        }
        return last;
    }

    /** Past closing quotes, brackets, emphasis and footnote marks that belong to the sentence just ended. */
    private int pastClosers(int from) {
        int i = from;
        while (i < end) {
            if (CLOSERS.indexOf(text.charAt(i)) >= 0) {
                i++;
            } else if (text.charAt(i) == '[' && footnoteEnd(i) > 0) {
                i = footnoteEnd(i);
            } else {
                break;
            }
        }
        return i;
    }

    private int footnoteEnd(int open) {
        int i = open + 1;
        while (i < end && i < open + 5 && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > open + 1 && i < end && text.charAt(i) == ']' ? i + 1 : -1;
    }

    private boolean endsSentence(int begin, int first, int last, int after) {
        if (after >= end) {
            return true;
        }
        char c = text.charAt(last);
        char next = text.charAt(after);
        if (isSemicolon(c)) {
            return next == '\n';
        }
        if (c == '。' || c == '！' || c == '？' || c == '｡' || c == '．') {
            // A title such as 《你好！》 or a bracket is not left here: those that close soon are passed over whole.
            return after == last + 1 || GOES_ON.indexOf(next) < 0;
        }
        boolean space = Words.isSpace(next);
        boolean hanBefore = first > begin && Han.is(text.codePointBefore(first));
        if (isEllipsis(c)) {
            return next == '\n' || (after > last + 1 && GOES_ON.indexOf(next) < 0) || (space && startsSentence(after));
        }
        if (!space) {
            return hanBefore && Han.is(text.codePointAt(after));
        }
        if (!startsSentence(after)) {
            return hanBefore && next == '\n';
        }
        boolean lonePoint = c == '.' && first == last;
        return !(lonePoint && Abbreviations.holdsOpen(text, begin, last, after, end));
    }

    /** Does what follows the gap look like a beginning: a capital, a digit, a quote, code, Chinese? */
    private boolean startsSentence(int gap) {
        int i = gap;
        while (i < end && Words.isSpace(text.charAt(i))) {
            i++;
        }
        if (i >= end) {
            return true;
        }
        int point = text.codePointAt(i);
        return !Character.isLowerCase(point) && ",;:)]}%=+/&|<>".indexOf(point) < 0;
    }

    private boolean lineEndsSentence(int newline) {
        int i = newline + 1;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\u3000')) {
            i++;
        }
        if (i >= end || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
            return true;
        }
        char c = text.charAt(i);
        boolean gapNext = i + 1 < end && Words.isSpace(text.charAt(i + 1));
        return ("-*+•".indexOf(c) >= 0 && gapNext)
                || c == '|'
                || (c == '#' && headingGap(i))
                || text.startsWith("```", i)
                || numberedItem(i);
    }

    private boolean headingGap(int i) {
        int j = i;
        while (j < end && text.charAt(j) == '#') {
            j++;
        }
        return j < end && j - i <= 6 && text.charAt(j) == ' ';
    }

    private boolean numberedItem(int i) {
        int j = i;
        while (j < end && j < i + 3 && Character.isDigit(text.charAt(j))) {
            j++;
        }
        return j > i
                && j + 1 < end
                && (text.charAt(j) == '.' || text.charAt(j) == ')')
                && Words.isSpace(text.charAt(j + 1));
    }

    /** Does the sentence end with the quote: “……。” or (A whole remark.) at its beginning? */
    private boolean quoteEndsSentence(int begin, int open, int close) {
        int inner = close - 1;
        while (inner > open && CLOSERS.indexOf(text.charAt(inner)) >= 0) {
            inner--;
        }
        char last = text.charAt(inner);
        boolean ended = ENDERS.indexOf(last) >= 0 || isEllipsis(last);
        int after = pastClosers(close + 1);
        if (!ended || inner == open || (after < end && isEnder(after))) {
            return false;
        }
        if (after >= end) {
            return true;
        }
        boolean bracket = "(（[【《".indexOf(text.charAt(open)) >= 0;
        if (bracket && !text.substring(begin, open).isBlank()) {
            return false;
        }
        char next = text.charAt(after);
        boolean wide = "。！？…⋯".indexOf(last) >= 0;
        if (wide) {
            return GOES_ON.indexOf(next) < 0 && (last != '…' || Words.isSpace(next));
        }
        return Words.isSpace(next)
                && startsSentence(after)
                && !(last == '.' && Abbreviations.holdsOpen(text, begin, inner, after, end));
    }
}
