package dev.lectern.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/**
 * What the program says to people, in their language. The words of an area stand in the resources
 * {@code messages/<area>_en.properties} and {@code messages/<area>_zh.properties}, UTF-8, with the same keys in each.
 * Arguments stand as {0}, {1} …; apostrophes and other braces mean nothing special.
 */
public final class Messages {
    private final String area;
    private final String language;
    private final Properties words;

    private Messages(String area, String language, Properties words) {
        this.area = area;
        this.language = language;
        this.words = words;
    }

    /** The area's words in the language; whatever is not Chinese is served in English. */
    public static Messages of(String area, String language) {
        String code = supported(language);
        String name = "/messages/" + area + "_" + code + ".properties";
        Properties words = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no messages " + name);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return new Messages(area, code, words);
    }

    /** en or zh, whichever serves a reader of this language (zh-CN, zh_TW.UTF-8, de, "" …). */
    public static String supported(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("zh") ? "zh" : "en";
    }

    public String language() {
        return language;
    }

    public boolean has(String key) {
        return words.containsKey(key);
    }

    public Set<String> keys() {
        return words.stringPropertyNames();
    }

    /** @throws IllegalArgumentException if there is no such key: a bug, which the tests look for */
    public String get(String key, Object... arguments) {
        String pattern = words.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message '" + key + "' in " + area + "_" + language);
        }
        return fill(pattern, arguments);
    }

    /** The word for a name out of a list that may grow (a task kind, a format): the name itself where there is none. */
    public String name(String prefix, String name) {
        return words.getProperty(prefix + "." + name, name);
    }

    /** One pass, so that an argument that happens to hold "{1}" stays as it is. */
    private static String fill(String pattern, Object... arguments) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            int close = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : -1;
            int number = close < 0 ? -1 : number(pattern.substring(at + 1, close));
            if (number >= 0 && number < arguments.length) {
                out.append(arguments[number]);
                at = close + 1;
            } else {
                out.append(pattern.charAt(at++));
            }
        }
        return out.toString();
    }

    private static int number(String digits) {
        return digits.length() == 1 && Character.isDigit(digits.charAt(0)) ? digits.charAt(0) - '0' : -1;
    }
}
