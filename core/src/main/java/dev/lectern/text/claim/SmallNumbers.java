package dev.lectern.text.claim;

import dev.lectern.text.Han;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small counting words, which mostly claim nothing: "there are two of them" counts what the reader sees. One does claim where the
 * sources count the same thing otherwise ("nine sons" where they say "seven young sons"), or where it is all of a short answer.
 */
final class SmallNumbers {
    private static final Pattern NOUN = Pattern.compile("[ -](\\p{L}{3,})");
    private static final Pattern COUNTED_ZH = Pattern.compile("([二两三四五六七八九十兩])([\\u4e00-\\u9fff])");
    private static final String NOT_COUNTERS = "十百千万亿萬億一二三四五六七八九者边边方面月";
    private static final int FEW_WORDS = 4;
    private static final int FEW_CHARACTERS = 5;

    private SmallNumbers() {}

    /** The first small number that the sources contradict. */
    static Optional<String> contradicted(String answer, Collection<String> sources) {
        Set<String> stated = new HashSet<>();
        sources.forEach(source -> Numbers.state(Words.foldWidth(source), stated));
        return Han.mostly(answer) ? chinese(answer, sources, stated) : english(answer, sources, stated);
    }

    private static Optional<String> english(String answer, Collection<String> sources, Set<String> stated) {
        boolean brief = Words.count(answer) <= FEW_WORDS;
        for (EnglishRun run : EnglishRun.in(answer)) {
            long value = run.sum();
            if (run.values().size() > 1
                    || value < 2
                    || value > 10
                    || stated.contains(Long.toString(value))
                    || Quantities.converted(Set.of(Long.toString(value)), answer, sources)) {
                continue;
            }
            Matcher noun = NOUN.matcher(answer).region(run.end(), answer.length());
            boolean counted = noun.lookingAt();
            if (brief || (counted && sources.stream().anyMatch(source -> counts(source, noun.group(1))))) {
                return Optional.of(run.words(answer) + (counted ? " " + noun.group(1) : ""));
            }
        }
        return Optional.empty();
    }

    /** Does a number stand before the noun, with at most one word between? */
    private static boolean counts(String source, String noun) {
        String stem = noun.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        Pattern wanted = Pattern.compile("(?i)\\b(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
                + "[ -](?:\\p{L}+[ -])?" + Pattern.quote(stem) + "s?\\b");
        return wanted.matcher(source).find();
    }

    private static Optional<String> chinese(String answer, Collection<String> sources, Set<String> stated) {
        boolean brief = Han.count(answer) <= FEW_CHARACTERS;
        Matcher counted = COUNTED_ZH.matcher(answer);
        List<String> claims = new ArrayList<>();
        while (counted.find()) {
            boolean counter = NOT_COUNTERS.indexOf(counted.group(2)) < 0;
            boolean bounded = counted.start() == 0 || NOT_COUNTERS.indexOf(answer.charAt(counted.start() - 1)) < 0;
            if (counter && bounded && !stated.contains(NumberWords.chinese(counted.group(1)))) {
                Pattern same = Pattern.compile("[\\d二两三四五六七八九十兩]\\s?" + Pattern.quote(counted.group(2)));
                if (brief
                        || sources.stream()
                                .anyMatch(source -> same.matcher(source).find())) {
                    claims.add(counted.group());
                }
            }
        }
        return claims.stream().findFirst();
    }
}
