package dev.lectern.app.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translations of sentences that the core writes in English. The core stays free of languages: a sentence's English
 * template is the key of its translation, and what stands in its places is carried over. Unknown sentences stay English.
 */
final class Phrases {
    static final Phrases NONE = new Phrases(List.of());

    private record Phrase(String english, Pattern pattern, String other) {}

    private final List<Phrase> phrases;
    private final Map<String, String> templates = new HashMap<>();

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
        phrases.forEach(phrase -> templates.put(phrase.english, phrase.other));
    }

    /** Lines in pairs, English then the other language; blank lines and lines that begin with # are for the reader. */
    static Phrases of(String language) {
        String resource = "/dev/lectern/app/phrases_" + language + ".txt";
        List<Phrase> phrases = new ArrayList<>();
        try (InputStream in = Phrases.class.getResourceAsStream(resource)) {
            if (in == null) {
                return NONE;
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            Optional<String> english = Optional.empty();
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                if (english.isEmpty()) {
                    english = Optional.of(line);
                } else {
                    phrases.add(new Phrase(english.get(), pattern(english.get()), line));
                    english = Optional.empty();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        return new Phrases(phrases);
    }

    String template(String english) {
        return templates.getOrDefault(english, english);
    }

    /** What follows a colon at the end is a sentence by itself, and said in the same language. */
    String translate(String sentence) {
        for (Phrase phrase : phrases) {
            Matcher matcher = phrase.pattern.matcher(sentence);
            if (matcher.matches()) {
                Object[] places = new Object[matcher.groupCount()];
                for (int i = 0; i < places.length; i++) {
                    String said = matcher.group(i + 1);
                    places[i] = phrase.english.endsWith(": {" + i + "}") ? translate(said) : said;
                }
                return Words.fill(phrase.other, places);
            }
        }
        return sentence;
    }

    private static Pattern pattern(String english) {
        Matcher place = Pattern.compile("\\{\\d}").matcher(english);
        StringBuilder regex = new StringBuilder();
        int from = 0;
        while (place.find()) {
            regex.append(Pattern.quote(english.substring(from, place.start()))).append("(.*?)");
            from = place.end();
        }
        return Pattern.compile(
                regex.append(Pattern.quote(english.substring(from))).toString(), Pattern.DOTALL);
    }
}
