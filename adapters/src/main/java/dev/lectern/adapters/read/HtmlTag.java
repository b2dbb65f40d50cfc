package dev.lectern.adapters.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** One tag as it stands in a Markdown page. */
record HtmlTag(String name, boolean opens, boolean closed, String source) {

    static HtmlTag parse(String source) {
        boolean end = source.startsWith("</");
        int from = end ? 2 : 1;
        int to = from;
        while (to < source.length() && (Character.isLetterOrDigit(source.charAt(to)) || source.charAt(to) == '-')) {
            to++;
        }
        String name = source.substring(Math.min(from, source.length()), to).toLowerCase(Locale.ROOT);
        return new HtmlTag(name, !end, source.endsWith("/>"), source);
    }

    /** The attribute's value, entities resolved; "" where it is not there. */
    String attribute(String attribute) {
        Matcher m = Pattern.compile("\\s" + attribute + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))")
                .matcher(source);
        if (!m.find()) {
            return "";
        }
        String value = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
        return Parser.unescapeEntities(value, true);
    }
}
