package dev.lectern.adapters.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins lines into running text. Whether a hyphen at a line's end belongs to the word is learnt from the rest of the document. */
final class PdfWords {
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-‐]\\p{L}+)*");
    private static final Pattern LAST = Pattern.compile("(\\p{L}+)[-‐]$");
    private static final Pattern FIRST = Pattern.compile("^(\\p{Ll}+)");

    private final Set<String> whole = new HashSet<>();

    PdfWords(List<List<PdfLine>> pages) {
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                Matcher words = WORD.matcher(line.text());
                while (words.find()) {
                    if (words.end() < line.text().length()) {
                        whole.add(words.group().toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
    }

    String join(List<PdfLine> lines) {
        StringBuilder text = new StringBuilder();
        for (PdfLine line : lines) {
            boolean goesOn = !text.isEmpty() && goesOn(text, line.text());
            text.append(text.isEmpty() || goesOn ? "" : "\n").append(line.text());
        }
        InlineText inline = new InlineText();
        inline.words(text);
        return inline.text();
    }

    /** Whether the next line goes on with the word that the text ends in; its hyphen is taken off where the line break put it there. */
    private boolean goesOn(StringBuilder text, String next) {
        Matcher last = LAST.matcher(text);
        if (!last.find() || next.isEmpty() || !Character.isLetter(next.charAt(0))) {
            return false;
        }
        Matcher first = FIRST.matcher(next);
        if (first.find()) {
            String a = last.group(1).toLowerCase(Locale.ROOT);
            String b = first.group(1).toLowerCase(Locale.ROOT);
            boolean own = whole.contains(a + "-" + b) && !whole.contains(a + b);
            if (!own) {
                text.setLength(text.length() - 1);
            }
        }
        return true;
    }
}
