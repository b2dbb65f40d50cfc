package dev.lectern.text.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Number words that stand together and make one number: two hundred and five, twelve hundred, nineteen eighty-four. */
record EnglishRun(int start, int end, List<Integer> values) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    /** Words with a number in them that do not count: months, and what says how often. */
    private static final Set<String> NOT_COUNTING = Set.of(
            "couple",
            "pair",
            "both",
            "twice",
            "once",
            "single",
            "double",
            "triple",
            "none",
            "second",
            "first",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "zero",
            "score",
            "decade",
            "century",
            "fortnight",
            "may",
            "mar",
            "sec",
            "jan",
            "feb",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "oct",
            "nov",
            "dec",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    EnglishRun {
        values = List.copyOf(values);
    }

    static List<EnglishRun> in(String text) {
        List<EnglishRun> runs = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        int start = 0;
        int end = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String lower = word.group().toLowerCase(Locale.ROOT);
            Optional<Integer> value =
                    NOT_COUNTING.contains(lower) && !(lower.length() > 4 && !values.isEmpty() && isOrdinal(lower))
                            ? Optional.empty()
                            : NumberWords.english(lower);
            boolean joined = !values.isEmpty() && joins(text.substring(end, word.start()), values.getLast());
            if (value.isEmpty()) {
                continue;
            }
            if (!joined && !values.isEmpty()) {
                runs.add(new EnglishRun(start, end, values));
                values.clear();
            }
            start = values.isEmpty() ? word.start() : start;
            values.add(value.get());
            end = word.end();
        }
        if (!values.isEmpty()) {
            runs.add(new EnglishRun(start, end, values));
        }
        return runs;
    }

    String words(String text) {
        return text.substring(start, end);
    }

    long sum() {
        return NumberWords.sum(values);
    }

    /** The number; where it may be a year said in two halves, that first. */
    List<String> readings() {
        int second = values.size() > 1 ? values.get(1) : 0;
        boolean year = values.size() <= 4
                && values.getFirst() >= 10
                && values.getFirst() < 100
                && second >= 10
                && values.stream().allMatch(value -> value < 100);
        if (!year) {
            return List.of(Long.toString(sum()));
        }
        long rest = NumberWords.sum(values.subList(1, values.size()));
        return List.of(Long.toString(sum()), Long.toString(values.getFirst() * 100L + rest));
    }

    private static boolean isOrdinal(String word) {
        return word.endsWith("th") || word.equals("first") || word.equals("second") || word.equals("third");
    }

    private static boolean joins(String between, int before) {
        return (between.isBlank() && !between.contains("\n"))
                || between.equals("-")
                || (before >= 100 && between.strip().equalsIgnoreCase("and"));
    }
}
