package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The word lists of a file of "name: word word" lines. What is asked about must be folded already ({@link Script#fold}). */
final class Vocabulary {
    private static final Map<String, List<String>> LISTS = read("zh/words.txt");
    private static final List<String> VERBS = longestFirst(LISTS.getOrDefault("verbs", List.of()));

    private Vocabulary() {}

    private static Map<String, List<String>> read(String file) {
        Map<String, List<String>> lists = new HashMap<>();
        for (String line : Lexicon.lines(file)) {
            int colon = line.indexOf(": ");
            lists.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .addAll(List.of(line.substring(colon + 2).strip().split("\\s+", -1)));
        }
        return lists;
    }

    private static List<String> longestFirst(List<String> list) {
        return list.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    static List<String> list(String name) {
        return LISTS.getOrDefault(name, List.of());
    }

    static boolean starts(String list, String text) {
        return list(list).stream().anyMatch(text::startsWith);
    }

    static boolean holds(String list, String text) {
        return list(list).stream().anyMatch(text::contains);
    }

    static boolean ends(String list, String text) {
        return list(list).stream().anyMatch(text::endsWith);
    }

    /** The verb that the text starts with, the longest that fits. */
    static Optional<String> verb(String text) {
        return VERBS.stream().filter(text::startsWith).findFirst();
    }
}
