package dev.lectern.sheet;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row.
 *
 * @param line where it begins in the file, from 1; in Excel the row's number
 * @param cells by column, whose names are in lower case, without white space at their ends, {@code _} for {@code -} and spaces; what a cell
 *     holds is NFC and has no white space at its ends either
 */
public record Row(int line, Map<String, String> cells) {
    public Row {
        TreeMap<String, String> folded = new TreeMap<>();
        cells.forEach((name, value) -> folded.putIfAbsent(
                column(name), Normalizer.normalize(value, Normalizer.Form.NFC).strip()));
        cells = Collections.unmodifiableMap(folded);
    }

    /** What stands in the first of these columns that is there and holds something. */
    public Optional<String> cell(Collection<String> names) {
        return names.stream()
                .map(name -> cells.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Whether one of these columns is there, filled or not. */
    public boolean has(Collection<String> names) {
        return names.stream().anyMatch(cells::containsKey);
    }

    /** Whether nothing stands in it. */
    public boolean blank() {
        return cells.values().stream().allMatch(String::isEmpty);
    }

    static String column(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    }
}
