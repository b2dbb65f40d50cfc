package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder.Inline;
import dev.lectern.corpus.Mark;
import dev.lectern.text.Cjk;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one block while they are put together: white space folded, emphasis noted. A line break of the source is
 * a space, but nothing between two Chinese or Japanese characters, where no reader would see one.
 */
final class InlineText {
    private final StringBuilder text = new StringBuilder();
    private final List<Inline> marks = new ArrayList<>();
    private boolean pendingSpace;
    private boolean pendingBreak;

    /** Words whose white space means nothing. */
    void words(CharSequence words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n' || c == '\r') {
                softBreak();
            } else if (c == ' ' || c == '\t' || c == '\f') {
                pendingSpace = true;
            } else {
                put(c);
            }
        }
    }

    /** Words kept as they are, inner spaces too. */
    void literal(String words) {
        for (int i = 0; i < words.length(); i++) {
            put(words.charAt(i) == '\n' ? ' ' : words.charAt(i));
        }
    }

    /** Code inside a line, between as many ticks as it needs. */
    void code(String code) {
        if (code.isBlank()) {
            return;
        }
        String ticks = "`";
        while (code.contains(ticks)) {
            ticks += "`";
        }
        String pad = ticks.length() > 1 ? " " : "";
        literal(ticks + pad + code + pad + ticks);
    }

    void softBreak() {
        pendingBreak = true;
    }

    void lineBreak() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        pendingSpace = false;
        pendingBreak = false;
    }

    /** Where the next character will stand. */
    int here() {
        return text.length() + (pendingSpace && !text.isEmpty() ? 1 : 0);
    }

    void mark(int start, Mark.Kind kind) {
        if (start < text.length()) {
            marks.add(new Inline(start, text.length(), kind));
        }
    }

    boolean isBlank() {
        return text.toString().isBlank();
    }

    char last() {
        return text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
    }

    String text() {
        return text.toString().stripTrailing();
    }

    List<Inline> marks() {
        int length = text().length();
        return marks.stream()
                .filter(m -> m.start() < length)
                .map(m -> new Inline(m.start(), Math.min(m.end(), length), m.kind()))
                .toList();
    }

    private void put(char c) {
        boolean inLine = !text.isEmpty() && last() != '\n';
        if (inLine && (pendingSpace || (pendingBreak && !(Cjk.isWide(last()) && Cjk.isWide(c))))) {
            text.append(' ');
        }
        pendingSpace = false;
        pendingBreak = false;
        text.append(c);
    }
}
