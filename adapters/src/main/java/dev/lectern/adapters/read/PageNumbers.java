package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that only number the pages of a text that once was printed. */
final class PageNumbers {
    /** So many lines that count upwards by one are no accident. */
    private static final int LEAST = 3;

    private PageNumbers() {}

    /** The lines without those that number pages. */
    static List<String> without(List<String> lines, Pattern pageNumber) {
        List<Integer> places = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher m = pageNumber.matcher(lines.get(i));
            if (m.matches()) {
                places.add(i);
                numbers.add(Integer.parseInt(m.group(1)));
            }
        }
        Set<Integer> drop = new HashSet<>();
        int from = 0;
        for (int i = 1; i <= numbers.size(); i++) {
            if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
                if (i - from >= LEAST) {
                    drop.addAll(places.subList(from, i));
                }
                from = i;
            }
        }
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!drop.contains(i)) {
                kept.add(lines.get(i));
            }
        }
        return kept;
    }
}
