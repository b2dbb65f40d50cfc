package dev.lectern.adapters.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells code from verse and plain text among what pages set as typed, and names its language where the page does. */
final class CodeLook {
    private static final Pattern LANGUAGE =
            Pattern.compile("(?:^|\\s)(?:language|lang|highlight|brush|src)[-: ]\\s*([\\w+#.-]{1,20})");

    private CodeLook() {}

    static boolean isCode(Element pre) {
        return pre.selectFirst("code, span[class]") != null
                || !language(pre).isEmpty()
                || looksLikeCode(pre.wholeText());
    }

    static String language(Element pre) {
        Element code = pre.selectFirst("code");
        Element parent = pre.parent();
        Element grand = parent == null ? null : parent.parent();
        String classes = pre.className() + " " + (code == null ? "" : code.className()) + " "
                + (parent == null ? "" : parent.className()) + " " + (grand == null ? "" : grand.className());
        Matcher named = LANGUAGE.matcher(classes);
        String language = named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "";
        return language.equals("none") || language.equals("default") || language.equals("plaintext") ? "" : language;
    }

    /** More than one sign of code for each twenty-five letters, or lines that end like statements. */
    static boolean looksLikeCode(String text) {
        int signs = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            signs += "{}[]();=<>$#/\\|_".indexOf(c) >= 0 ? 1 : 0;
            letters += Character.isLetter(c) ? 1 : 0;
        }
        return signs * 25 > letters;
    }
}
