package dev.lectern.testkit;

import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Short invented documents on themes whose words hardly overlap, and pairs that ask for one of the themes. */
final class ThemedDocuments {
    private static final SortedMap<String, List<String>> THEMES = new TreeMap<>();

    static {
        THEMES.put("bees", List.of("hive", "queen", "honey", "nectar", "swarm", "comb", "drone", "pollen"));
        THEMES.put("harbours", List.of("quay", "crane", "cargo", "pilot", "tide", "anchor", "ferry", "dock"));
        THEMES.put("bread", List.of("dough", "yeast", "oven", "crust", "flour", "baker", "loaf", "rye"));
        THEMES.put("stars", List.of("comet", "lens", "orbit", "nebula", "dome", "planet", "eclipse", "meteor"));
        THEMES.put("looms", List.of("warp", "weft", "shuttle", "thread", "weaver", "linen", "spool", "cloth"));
        THEMES.put("clocks", List.of("dial", "spring", "pendulum", "gear", "chime", "escapement", "tower", "hour"));
    }

    private ThemedDocuments() {}

    /** So many documents of each theme, two passages or so each; no sentence stands twice. */
    static void write(Path folder, int each) throws IOException {
        Files.createDirectories(folder);
        for (String theme : THEMES.keySet()) {
            for (int i = 0; i < each; i++) {
                Files.writeString(folder.resolve(theme + "-" + i + ".md"), document(theme, i));
            }
        }
    }

    private static String document(String theme, int number) {
        StringBuilder text = new StringBuilder("# Notes on " + theme + ", sheet " + number + "\n\n");
        for (int i = 0; i < 4; i++) {
            text.append(sentence(theme, number * 4 + i)).append('\n');
        }
        return text.toString();
    }

    /** Nearly all of its words are the theme's own, in an order that comes from a hash. */
    private static String sentence(String theme, int n) {
        List<String> words = THEMES.getOrDefault(theme, List.of());
        StringBuilder said = new StringBuilder("Item" + n);
        for (int i = 0; i < 11; i++) {
            int pick = (int) Long.remainderUnsigned(Hash.rank(theme, Integer.toString(n), Integer.toString(i)), 8);
            said.append(' ').append(words.get(pick)).append(i % 3 == 0 ? n % 7 : "");
        }
        return said + " among " + theme + ".";
    }

    /** Pairs on the theme that no document holds. */
    static String pairs(String theme, int rows) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            String said = sentence(theme, 5000 + i);
            lines.append("{\"question\":\"")
                    .append(said, 0, 60)
                    .append("\",\"answer\":\"")
                    .append(said)
                    .append("\"}\n");
        }
        return lines.toString();
    }
}
