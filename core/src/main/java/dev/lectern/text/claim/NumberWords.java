package dev.lectern.text.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words: twenty-five, third, January, half; 二十五, 百分之五十, 二〇二四年, 三点五. */
final class NumberWords {
    private static final Pattern WORD = Pattern.compile("[a-z]+");
    private static final Map<String, Integer> ENGLISH = english();
    private static final String ZH_DIGITS = "零一二三四五六七八九";
    private static final Pattern CHINESE =
            Pattern.compile("(百分之)?([零〇一二两兩三四五六七八九十百千万萬亿億]+)(?:点([零〇一二三四五六七八九]+))?(年|月|日|号|號|岁|歲)?");
    private static final Pattern SCALED = Pattern.compile(
            "(?<![\\d.,])(\\d+(?:\\.\\d+)?)\\s?(万|萬|亿|億|千|thousand\\b|million\\b|billion\\b|trillion\\b)");
    private static final Map<String, Set<String>> FRACTIONS = Map.of(
            "half", Set.of("0.5", "50", "2"),
            "halves", Set.of("0.5", "50", "2"),
            "third", Set.of("0.33", "33", "33.3"),
            "quarter", Set.of("0.25", "25", "4"),
            "quarters", Set.of("0.25", "25", "4", "75", "0.75"));

    private NumberWords() {}

    /** Adds all that the words of the text may be read as. */
    static void stated(String text, Set<String> stated) {
        Matcher word = WORD.matcher(text);
        List<Integer> group = new ArrayList<>();
        int end = -1;
        while (word.find()) {
            Integer value = ENGLISH.get(word.group());
            stated.addAll(FRACTIONS.getOrDefault(word.group(), Set.of()));
            boolean follows =
                    (end >= 0 && text.substring(end, word.start()).isBlank()) || isHyphen(text, end, word.start());
            if (!follows && !word.group().equals("and")) {
                flush(group, stated);
            }
            if (value != null) {
                group.add(value);
                stated.add(Integer.toString(value));
            } else if (!word.group().equals("and")) {
                flush(group, stated);
            }
            end = word.end();
        }
        flush(group, stated);
        EnglishRun.in(text).forEach(run -> stated.addAll(run.readings()));
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            stateChinese(chinese, stated);
        }
        if (text.contains("一半") || text.contains("半数")) {
            stated.addAll(Set.of("0.5", "50"));
        }
        for (char c = '①'; c <= '⑳'; c++) {
            if (text.indexOf(c) >= 0) {
                stated.add(Integer.toString(c - '①' + 1));
            }
        }
    }

    /** A number in words, and what it may be read as. */
    record Worded(String words, List<String> readings) {}

    /** Numbers that are claimed in words: from eleven on, for smaller ones count what the reader sees or mean "a". */
    static List<Worded> claimed(String text) {
        List<Worded> claims = new ArrayList<>();
        for (EnglishRun run : EnglishRun.in(text)) {
            boolean figure = run.values().stream().allMatch(value -> value >= 100);
            if (!figure && run.sum() >= 11) {
                claims.add(new Worded(run.words(text), run.readings()));
            }
        }
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            claimChinese(chinese).ifPresent(value -> claims.add(new Worded(chinese.group(), List.of(value))));
        }
        return claims;
    }

    /** The text with its numbers in words and with 万, million and their like in digits: 五万 and fifty thousand as 50000. */
    static String inDigits(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (EnglishRun run : EnglishRun.in(text)) {
            out.append(text, at, run.start()).append(run.readings().getLast());
            at = run.end();
        }
        String english = out.append(text, at, text.length()).toString();
        String digits = CHINESE.matcher(english).replaceAll(found -> {
            String run = found.group(2);
            boolean scaled = run.chars().anyMatch(c -> "十百千万萬亿億".indexOf(c) >= 0);
            boolean scaleOnly = "百千万萬亿億".indexOf(run.charAt(0)) >= 0;
            boolean plain = found.group(1) == null && found.group(3) == null && !scaleOnly;
            String number = scaled || run.length() == 1 ? Long.toString(value(run)) : spelt(run);
            return Matcher.quoteReplacement(
                    plain ? number + (found.group(4) == null ? "" : found.group(4)) : found.group());
        });
        return SCALED.matcher(digits)
                .replaceAll(found -> Numbers.plain(new BigDecimal(found.group(1))
                        .multiply(new BigDecimal(Numbers.scale(found.group(2))))
                        .toPlainString()));
    }

    /** The value of a Chinese number, in digits. */
    static String chinese(String run) {
        return Long.toString(value(run));
    }

    static Optional<Integer> english(String word) {
        return Optional.ofNullable(ENGLISH.get(word));
    }

    private static Optional<String> claimChinese(Matcher number) {
        String run = number.group(2);
        boolean digitsOnly = run.chars().noneMatch(c -> "十百千万萬亿億".indexOf(c) >= 0);
        String unit = number.group(4) == null ? "" : number.group(4);
        if (number.group(3) != null) {
            return Optional.of(Numbers.plain(value(run) + "." + spelt(number.group(3))));
        } else if (digitsOnly && run.length() == 4) {
            return unit.equals("年") ? Optional.of(spelt(run)) : Optional.empty();
        } else if (!unit.isEmpty() && !unit.equals("年") && !run.equals("一")) {
            return Optional.of(Long.toString(value(run)));
        } else if (digitsOnly) {
            return Optional.empty();
        }
        boolean begins = "一二两兩三四五六七八九十".indexOf(run.charAt(0)) >= 0;
        long value = value(run);
        // 一百 and 一千 may be figures of speech; so may 万一 and 千万, which begin with a unit.
        return begins && run.length() > 1 && value >= 11 && !run.matches("一[百千万萬亿億]")
                ? Optional.of(Long.toString(value))
                : Optional.empty();
    }

    private static void stateChinese(Matcher number, Set<String> stated) {
        String run = number.group(2);
        stated.add(Long.toString(value(run)));
        if (run.length() > 1 && run.length() < 18 && run.chars().noneMatch(c -> "十百千万萬亿億".indexOf(c) >= 0)) {
            stated.add(Numbers.plain(spelt(run)));
        }
        for (int i = 0; i < run.length(); i++) {
            stated.add(Long.toString(value(run.substring(i, i + 1))));
        }
        if (number.group(3) != null) {
            stated.add(Numbers.plain(value(run) + "." + spelt(number.group(3))));
        }
        if (number.group(1) != null) {
            stated.add(Numbers.plain(BigDecimal.valueOf(value(run), 2).toPlainString()));
        }
    }

    private static String spelt(String run) {
        StringBuilder digits = new StringBuilder();
        run.chars().forEach(c -> digits.append(digit((char) c)));
        return digits.toString();
    }

    private static int digit(char c) {
        return c == '〇' ? 0 : c == '两' || c == '兩' ? 2 : Math.max(0, ZH_DIGITS.indexOf(c));
    }

    private static long value(String run) {
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            long unit = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1000 : 0;
            if (unit > 0) {
                section += Math.max(digit, digit < 0 ? 1 : 0) * unit;
                digit = -1;
            } else if (c == '万' || c == '萬' || c == '亿' || c == '億') {
                long big = c == '万' || c == '萬' ? 10_000L : 100_000_000L;
                long before = section + Math.max(0, digit);
                total = (total + (before == 0 && total == 0 ? 1 : before)) * big;
                section = 0;
                digit = -1;
            } else {
                digit = digit(c);
            }
        }
        return total + section + Math.max(0, digit);
    }

    private static boolean isHyphen(String text, int from, int to) {
        return from >= 0 && to - from == 1 && text.charAt(from) == '-';
    }

    private static void flush(List<Integer> group, Set<String> stated) {
        if (group.size() > 1) {
            stated.add(Long.toString(sum(group)));
        }
        group.clear();
    }

    static long sum(List<Integer> group) {
        long total = 0;
        long current = 0;
        for (int value : group) {
            if (value == 100) {
                current = Math.max(1, current) * 100;
            } else if (value >= 1000) {
                total = (total + Math.max(1, current)) * value;
                current = 0;
            } else {
                current += value;
            }
        }
        return total + current;
    }

    private static Map<String, Integer> english() {
        Map<String, Integer> words = new HashMap<>();
        String[] small =
                ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                                + " seventeen eighteen nineteen")
                        .split(" ", -1);
        String[] ordinals =
                ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
                                + " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
                        .split(" ", -1);
        String[] months =
                "january february march april may june july august september october november december".split(" ", -1);
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int i = 0; i < small.length; i++) {
            words.put(small[i], i);
            words.put(ordinals[i], i);
        }
        for (int i = 0; i < months.length; i++) {
            words.put(months[i], i + 1);
            words.put(months[i].substring(0, 3), i + 1);
        }
        for (int i = 0; i < tens.length; i++) {
            words.put(tens[i], 20 + 10 * i);
            words.put(tens[i].replace("ty", "tieth"), 20 + 10 * i);
        }
        words.putAll(Map.of("hundred", 100, "thousand", 1000, "million", 1_000_000, "billion", 1_000_000_000));
        words.putAll(Map.of(
                "dozen", 12, "couple", 2, "pair", 2, "both", 2, "twice", 2, "once", 1, "single", 1, "double", 2,
                "triple", 3));
        words.putAll(Map.of("decade", 10, "century", 100, "fortnight", 14, "score", 20));
        words.put("none", 0);
        return words;
    }
}
