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
    private static final Pattern LAST = Pattern.compile("(\\p{L}+)[-‐\u00ad]$");
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
            hyphen(text, line.text());
            if (!text.isEmpty() && !joined) {
                text.append('\n');
            }
            text.append(line.text());
        }
        InlineText inline = new InlineText();
        inline.words(text);
        return inline.text();
    }

    private boolean joined;

    /** Takes the hyphen off the end of the text where the next line goes on with the word. */
    private void hyphen(StringBuilder text, String next) {
        Matcher last = LAST.matcher(text);
        Matcher first = FIRST.matcher(next);
        joined = last.find() && first.find();
        if (!joined) {
            return;
        }
        String a = last.group(1).toLowerCase(Locale.ROOT);
        String b = first.group(1).toLowerCase(Locale.ROOT);
        boolean keeps = whole.contains(a + "-" + b) && !whole.contains(a + b) && text.charAt(text.length() - 1) != '\u00ad';
        if (!keeps) {
            text.setLength(text.length() - 1);
        }
    }
}
