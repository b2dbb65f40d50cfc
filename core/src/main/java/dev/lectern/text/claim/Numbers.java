package dev.lectern.text.claim;

import dev.lectern.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a text, whatever they are written like: 1,234 and 1234 are one number, so are 50 % and fifty percent and
 * 百分之五十, 3万 and 30,000, a date in any order of its parts. What is stated is read generously (a number inside a name counts), what
 * is claimed narrowly: list numbers, citation marks, names such as u32, C++11 or UTF-8 and small counting words claim nothing.
 */
public final class Numbers {
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![A-Za-z_\\d])(?<!\\+\\+)(?<![A-Za-z]#)(?<![A-Za-z]-)(?:[vV](?=\\d))?(\\d(?:[\\d,.:/_-]*\\d)?)"
                    + "(?:\\s?(%|percent\\b|per cent\\b|万|萬|亿|億|千|百|thousand\\b|million\\b|billion\\b|trillion\\b|[kKM](?![A-Za-z])))?");
    private static final Pattern RUN = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final Pattern NO_CLAIM = Pattern.compile(
            "(?m)^\\s*(?:[-*+•]\\s+)?(?:\\*\\*)?[(（]?\\d{1,3}(?:[.)）、:：]|\\*\\*)(?!\\d)|\\[\\d{1,3}\\]|[(（]\\d{1,2}[)）]|(?i)\\bsteps? \\d{1,2}\\b|步骤\\s?\\d{1,2}|第\\s?\\d{1,2}\\s?步|\\b0[xX][0-9a-fA-F]+");
    private static final Pattern ROMAN = Pattern.compile("\\b[IVX]{1,5}\\b");
    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2})(?:[:.](\\d\\d))?\\s?([ap]\\.?m\\b)?", Pattern.CASE_INSENSITIVE);
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

    /** A scaled or hedged number may be a rounded one: "1.2 million" for 1,234,567, "about 300" for 298. */
    private static final Pattern ROUND =
            Pattern.compile("(?i)(\\d+(?:\\.(\\d+))?)\\s?(万|萬|亿|億|thousand|million|billion|trillion)");

    private static final Pattern HEDGE = Pattern.compile(
            "(?i)(?:about|around|approximately|approx\\.?|roughly|nearly|almost|over|more than|some|约|大约|近|接近|将近|超过|大概|逾)\\s?$");
    private static final double HEDGED = 0.03;

    /**
     * What must be stated for a number to count as supported: one of these sets of values.
     *
     * @param place where it stands in the claiming text
     */
    private record Claim(String words, int place, List<Set<String>> readings) {
        boolean supported(Set<String> stated) {
            return readings.stream().anyMatch(stated::containsAll);
        }

        Set<String> values() {
            Set<String> values = new HashSet<>();
            readings.forEach(values::addAll);
            return values;
        }
    }

    private Numbers() {}

    /** Does the text claim a number that none of the sources states? */
    public static boolean invented(String text, Collection<String> sources) {
        return firstInvented(text, sources).isPresent();
    }

    /** The first number that the text claims and none of the sources states. */
    static Optional<String> firstInvented(String text, Collection<String> sources) {
        String claiming = NO_CLAIM.matcher(Words.foldWidth(text)).replaceAll(" ");
        List<Claim> claims = claims(claiming);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        Set<String> stated = new HashSet<>();
        sources.forEach(source -> state(Words.foldWidth(source), stated));
        return claims.stream()
                .filter(claim -> !claim.supported(stated)
                        && !rounded(claim, claiming, stated)
                        && !Quantities.converted(claim.values(), claiming, sources))
                .map(Claim::words)
                .findFirst();
    }

    private static List<Claim> claims(String text) {
        List<Claim> claims = new ArrayList<>();
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            claims.add(new Claim(digits.group(), digits.start(1), readings(digits)));
        }
        NumberWords.claimed(text)
                .forEach(number -> claims.add(new Claim(
                        number.words(),
                        text.indexOf(number.words()),
                        number.readings().stream().map(Set::of).toList())));
        return claims;
    }

    /** Is the number near one that is stated, as near as its own places or its "about" promise? */
    private static boolean rounded(Claim claim, String text, Set<String> stated) {
        Matcher scaled = ROUND.matcher(claim.words);
        boolean hedged =
                HEDGE.matcher(text.substring(0, Math.max(0, claim.place))).find();
        double value;
        double off;
        if (scaled.lookingAt()) {
            double scale = Double.parseDouble(scale(scaled.group(3)));
            value = Double.parseDouble(scaled.group(1)) * scale;
            int places = scaled.group(2) == null ? 0 : scaled.group(2).length();
            off = scale * Math.pow(10, -places) / 2;
        } else if (hedged && claim.words.matches("\\d{1,3}(?:,\\d{3})*|\\d+(?:\\.\\d+)?")) {
            value = Double.parseDouble(claim.words.replace(",", ""));
            off = 0;
        } else {
            return false;
        }
        double tolerance = Math.max(off, hedged ? value * HEDGED : 0);
        return stated.stream()
                .filter(Numbers::isDecimal)
                .mapToDouble(Double::parseDouble)
                .anyMatch(number -> Math.abs(number - value) <= tolerance);
    }

    /** Adds all that the text states, whatever it is written like. */
    static void state(String text, Set<String> stated) {
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            readings(digits).forEach(stated::addAll);
            clock(digits, text, stated);
        }
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            String[] parts = run.group().split("\\.", -1);
            for (int i = 0; i < parts.length; i++) {
                stated.add(plain(parts[i]));
                stated.add(plain(String.join(".", List.of(parts).subList(0, i + 1))));
            }
        }
        Matcher roman = ROMAN.matcher(text);
        while (roman.find()) {
            stated.add(Integer.toString(Roman.value(roman.group())));
        }
        NumberWords.stated(text.toLowerCase(Locale.ROOT), stated);
    }

    /** 5:30 p.m. is 17:30, both ways. */
    private static void clock(Matcher digits, String text, Set<String> stated) {
        Matcher time = CLOCK.matcher(text).region(digits.start(1), text.length());
        if (time.lookingAt()) {
            int hour = Integer.parseInt(time.group(1));
            boolean afternoon = time.group(3) != null
                    && time.group(3).toLowerCase(Locale.ROOT).startsWith("p");
            stated.add(Integer.toString(afternoon ? hour % 12 + 12 : hour > 12 ? hour - 12 : hour));
        }
    }

    /** How much 万, million and their like are, in digits. */
    static String scale(String unit) {
        return TIMES.getOrDefault(unit, TIMES.getOrDefault(unit.toLowerCase(Locale.ROOT), "1"));
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
                readings.add(times(joined, scale(unit)));
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
    public static String plain(String number) {
        return isDecimal(number) ? new BigDecimal(number).stripTrailingZeros().toPlainString() : number;
    }

    private static boolean isDecimal(String number) {
        return number.length() <= 60 && number.matches("\\d+(?:\\.\\d+)?");
    }
}
