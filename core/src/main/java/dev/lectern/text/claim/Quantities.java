package dev.lectern.text.claim;

import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units: 5 km is 5 kilometres, 五公里 and 5000 m; 3.1 miles is near enough to 5 km; 5 miles is not 5 km. */
final class Quantities {
    private static final Pattern QUANTITY =
            Pattern.compile("(?<![\\w.])(\\d[\\d,]*(?:\\.\\d+)?)(?:[ -]|\\s)?((?:square |sq\\.? |平方|立方|cubic )?)("
                    + "(?:km/h|m/s|[A-Za-z]{1,11}[²³23]?(?![A-Za-z/]))|[\\u4e00-\\u9fff]{1,4})");

    /**
     * @param number as written, without the commas of thousands
     * @param least half a unit of the last place, in the dimension's own unit: how far a rounded value may be off
     */
    private record Quantity(String words, String number, String dimension, double size, double least) {
        boolean is(Quantity other) {
            return dimension.equals(other.dimension)
                    && Math.abs(size - other.size) <= Math.max(least, Math.abs(size) * 1e-6);
        }
    }

    private Quantities() {}

    /** Do the sources state, in another unit, a quantity of the text whose number is one of these? */
    static boolean converted(Set<String> numbers, String text, Collection<String> sources) {
        List<Quantity> claims = in(text).stream()
                .filter(claim -> numbers.contains(claim.number))
                .toList();
        return !claims.isEmpty()
                && sources.stream()
                        .flatMap(source -> in(source).stream())
                        .anyMatch(stated -> claims.stream().anyMatch(claim -> claim.is(stated)));
    }

    /** A quantity whose number the sources state only with other units of the same dimension, never as much. */
    static Optional<String> contradicted(String answer, Collection<String> sources) {
        List<Quantity> stated =
                sources.stream().flatMap(source -> in(source).stream()).toList();
        for (Quantity claim : in(answer)) {
            List<Quantity> same = stated.stream()
                    .filter(quantity -> quantity.number.equals(claim.number))
                    .toList();
            boolean known = same.stream().anyMatch(quantity -> quantity.dimension.equals(claim.dimension));
            if (known && stated.stream().noneMatch(claim::is)) {
                return Optional.of(claim.words);
            }
        }
        return Optional.empty();
    }

    private static List<Quantity> in(String text) {
        List<Quantity> found = new ArrayList<>();
        Matcher matcher = QUANTITY.matcher(NumberWords.inDigits(Words.foldWidth(text)));
        while (matcher.find()) {
            quantity(matcher).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Quantity> quantity(Matcher matcher) {
        String digits = matcher.group(1).replace(",", "");
        int point = digits.indexOf('.');
        double step = point < 0 ? 1 : Math.pow(10, point + 1 - digits.length());
        return unit(matcher.group(2), matcher.group(3))
                .map(unit -> new Quantity(
                        matcher.group(),
                        Numbers.plain(digits),
                        unit.dimension(),
                        Double.parseDouble(digits) * unit.factor(),
                        step / 2 * unit.factor()));
    }

    private static Optional<Units.Unit> unit(String power, String name) {
        if (!power.isEmpty()) {
            boolean chinese = power.startsWith("平") || power.startsWith("立");
            String suffix = power.startsWith("c") ? "3" : "2";
            return chinese ? chinese(power + name) : Units.named(squared(name, suffix));
        } else if (name.codePointAt(0) >= 0x4E00) {
            return chinese(name);
        }
        return Units.named(name.replace('²', '2').replace('³', '3'));
    }

    private static String squared(String name, String suffix) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("kilomet") || lower.equals("km")) {
            return "km" + suffix;
        } else if (lower.startsWith("met") || lower.equals("m")) {
            return "m" + suffix;
        }
        return lower.startsWith("mile") || lower.equals("mi") ? "mi" + suffix : "";
    }

    /** The longest unit that the characters begin with: 公里长 is 公里. */
    private static Optional<Units.Unit> chinese(String name) {
        for (int end = name.length(); end > 0; end--) {
            Optional<Units.Unit> unit = Units.named(name.substring(0, end));
            if (unit.isPresent()) {
                return unit;
            }
        }
        return Optional.empty();
    }
}
