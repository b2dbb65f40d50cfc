package dev.lectern.stage.screen;

import dev.lectern.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a text, whatever they are written like: 1,234 and 1234 are one number, so are 50 % and fifty percent and
 * 百分之五十, 3万 and 30,000, a date in any order of its parts. What is stated is read generously (a number inside a name counts), what
 * is claimed narrowly: list numbers, citation marks, names such as u32, C++11 or UTF-8 and small counting words claim nothing.
 */
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![A-Za-z_\\d])(?<!\\+\\+)(?<![A-Za-z]#)(?<![A-Za-z]-)(?:[vV](?=\\d))?(\\d(?:[\\d,.:/_-]*\\d)?)"
                    + "(?:\\s?(%|percent\\b|per cent\\b|万|萬|亿|億|千|百|thousand\\b|million\\b|billion\\b|trillion\\b|[kKM](?![A-Za-z])))?");
    private static final Pattern RUN = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final Pattern NO_CLAIM = Pattern.compile(
            "(?m)^\\s*(?:[-*+•]\\s+)?(?:\\*\\*)?[(（]?\\d{1,3}(?:[.)）、:：]|\\*\\*)(?!\\d)|\\[\\d{1,3}\\]|[(（]\\d{1,2}[)）]|(?i)\\bsteps? \\d{1,2}\\b|步骤\\s?\\d{1,2}|第\\s?\\d{1,2}\\s?步|\\b0[xX][0-9a-fA-F]+");
    private static final Map<String, String> TIMES = Map.ofEntries(
            Map.entry("万", "10000"),
            Map.entry("萬", "10000"),
            Map.entry("亿", "100000000"),
            Map.entry("億", "100000000"),
            Map.entry("千", "1000"),
            Map.entry("百", "100"),
            Map.entry("thousand", "1000"),
            Map.entry("million", "1000000"),
            Map.entry("billion", "1000000000"),
            Map.entry("trillion", "1000000000000"),
            Map.entry("k", "1000"),
            Map.entry("M", "1000000"));

    /** What must be stated for a number to count as supported: one of these sets of values. */
    private record Claim(List<Set<String>> readings) {
        boolean supported(Set<String> stated) {
            return readings.stream().anyMatch(stated::containsAll);
        }
    }

    private Numbers() {}

    /** Does the text claim a number that none of the sources states? */
    static boolean invented(String text, Collection<String> sources) {
        Set<String> stated = new HashSet<>();
        sources.forEach(source -> state(Words.foldWidth(source), stated));
        String claims = NO_CLAIM.matcher(Words.foldWidth(text)).replaceAll(" ");
        return claims(claims).stream().anyMatch(claim -> !claim.supported(stated));
    }

    private static List<Claim> claims(String text) {
        List<Claim> claims = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            claims.add(new Claim(readings(digits)));
        }
        NumberWords.claimed(text).forEach(value -> claims.add(new Claim(List.of(Set.of(value)))));
        return claims;
    }

    private static void state(String text, Set<String> stated) {
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            readings(digits).forEach(stated::addAll);
        }
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String[] parts = run.group().split("\\.", -1);
            for (int i = 0; i < parts.length; i++) {
                stated.add(plain(parts[i]));
                stated.add(plain(String.join(".", List.of(parts).subList(0, i + 1))));
            }
        }
        NumberWords.stated(text.toLowerCase(Locale.ROOT), stated);
    }

    private static List<Set<String>> readings(Matcher digits) {
        String unit = digits.group(2) == null ? "" : digits.group(2);
        List<Set<String>> readings = new ArrayList<>();
        Set<String> parts = new HashSet<>();
        Set<String> joined = new HashSet<>();
        for (String part : digits.group(1).split("[:/-]+", -1)) {
            boolean grouped = part.matches("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?");
            joined.add(plain(grouped ? part.replace(",", "") : part.replace("_", "")));
            boolean dated = part.matches("\\d{4}\\.\\d{1,2}\\.\\d{1,2}");
            for (String piece : part.split(dated ? "[,._]+" : "[,_]+", -1)) {
                parts.add(plain(piece));
            }
        }
        switch (unit) {
            case "" -> {
                readings.add(joined);
                readings.add(parts);
            }
            case "%", "percent", "per cent" -> {
                readings.add(joined);
                readings.add(times(joined, "0.01"));
            }
            default -> {
                readings.add(times(
                        joined, TIMES.getOrDefault(unit, TIMES.getOrDefault(unit.toLowerCase(Locale.ROOT), "1"))));
                // 5K may be kelvin and 5M metres; 3千 is never 3.
                if (unit.length() == 1 && unit.charAt(0) < 128) {
                    readings.add(joined);
                }
            }
        }
        return readings;
    }

    private static Set<String> times(Set<String> values, String factor) {
        Set<String> products = new HashSet<>();
        for (String value : values) {
            products.add(
                    isDecimal(value)
                            ? plain(new BigDecimal(value)
                                    .multiply(new BigDecimal(factor))
                                    .toPlainString())
                            : value);
        }
        return products;
    }

    /** 007 and 7, 3.0 and 3 are one; what has two points is a version and stays. */
    static String plain(String number) {
        return isDecimal(number) ? new BigDecimal(number).stripTrailingZeros().toPlainString() : number;
    }

    private static boolean isDecimal(String number) {
        return number.length() <= 60 && number.matches("\\d+(?:\\.\\d+)?");
    }
}
