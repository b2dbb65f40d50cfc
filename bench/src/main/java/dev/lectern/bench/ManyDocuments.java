package dev.lectern.bench;

import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of many documents that differ, made from the pages of a handbook: each document takes some pages, calls the product
 * by a name of its own, counts otherwise, and exchanges long words for others with the same ending, so that sentences keep
 * their build and lose their sense. The same number gives the same document. {@code ManyDocuments COUNT HANDBOOK FOLDER}
 */
public final class ManyDocuments {
    private static final int PAGES_EACH = 4;
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{Alnum}`_/.-])\\p{Ll}{6,}(?![\\p{Alnum}`_/.-])");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}.])[1-9][0-9]+(?![\\p{Alnum}.])");
    private static final List<String> ENDINGS = List.of("ing", "ed", "tion", "ly", "s", "");
    private static final List<String> SYLLABLES = List.of(
            "bra", "co", "del", "fen", "gor", "hal", "ja", "kin", "lo", "mar", "nu", "pel", "ri", "sol", "tu", "ves");

    private final List<String> pages;
    private final SortedMap<String, List<String>> byEnding = new TreeMap<>();

    private ManyDocuments(List<String> pages) {
        this.pages = pages;
        SortedSet<String> words = new TreeSet<>();
        pages.forEach(page -> LONG_WORD.matcher(page).results().forEach(m -> words.add(m.group())));
        words.forEach(word ->
                byEnding.computeIfAbsent(ending(word), e -> new ArrayList<>()).add(word));
    }

    public static void main(String[] args) throws IOException {
        make(Integer.parseInt(args[0]), Path.of(args[1]), Path.of(args[2]));
    }

    public static void make(int count, Path handbook, Path folder) throws IOException {
        List<String> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(handbook)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                pages.add(Files.readString(file).replaceFirst("(?s)\\A---\\n.*?\\n---\\n", ""));
            }
        }
        ManyDocuments maker = new ManyDocuments(pages);
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "%03d/%s.md", i / 100, name(i)));
            Files.createDirectories(folder.resolve(String.format(Locale.ROOT, "%03d", i / 100)));
            Files.writeString(file, maker.document(i));
        }
    }

    private String document(int number) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < PAGES_EACH; i++) {
            all.append(pages.get((number + i) % pages.size())).append("\n\n");
        }
        Map<String, String> exchanged = new TreeMap<>();
        String words = LONG_WORD
                .matcher(all)
                .replaceAll(m -> exchanged.computeIfAbsent(m.group(), word -> exchange(word, number)));
        String counted = NUMBER.matcher(words).replaceAll(m -> counted(m.group(), number));
        String name = name(number);
        return counted.replace("Sorrel", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private String exchange(String word, int number) {
        List<String> like = byEnding.getOrDefault(ending(word), List.of(word));
        return Matcher.quoteReplacement(like.get(pick(like.size(), word, number)));
    }

    private static String counted(String figure, int number) {
        return figure.length() > 6 ? figure : Integer.toString(Integer.parseInt(figure) + pick(90, figure, number));
    }

    private static String ending(String word) {
        return ENDINGS.stream().filter(word::endsWith).findFirst().orElse("");
    }

    /** Four syllables tell 65,536 documents apart. */
    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number, i = 0; i < 4; i++, rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.toString();
    }

    private static int pick(int n, String what, int number) {
        return (int) Long.remainderUnsigned(Hash.rank("many documents", what, Integer.toString(number)), n);
    }
}
