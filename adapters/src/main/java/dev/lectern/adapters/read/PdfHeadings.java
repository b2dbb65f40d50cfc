package dev.lectern.adapters.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows a heading of a PDF by its size, weight and number, measured against the letters most of the text is set in. */
final class PdfHeadings {
    private static final int LONGEST = 220;
    private static final int LONGEST_BOLD = 90;
    private static final int DEEPEST = 6;
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2}){0,4})\\.?\\s+\\p{Lu}.*");
    private static final Pattern PART =
            Pattern.compile("^(?:CHAPTER|Chapter|PART|Part|APPENDIX|Appendix)\\s+[\\dIVXLCA-Z]{1,6}[.:]?(?:\\s.*)?$");

    private static final Pattern ROMAN = Pattern.compile("^[IVX]{1,5}\\.\\s+\\p{Lu}[\\p{Lu}\\p{Pd} ,:&’'()]{3,}$");

    private final double body;
    /** Levels of the sizes larger than the body's; 1 is the largest. */
    private final TreeMap<Double, Integer> levels = new TreeMap<>();

    PdfHeadings(List<List<PdfLine>> pages) {
        Map<Double, Integer> letters = new HashMap<>();
        pages.forEach(page ->
                page.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum)));
        body = letters.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
        int level = 1;
        for (double size : letters.keySet().stream()
                .filter(s -> s >= body * 1.12)
                .sorted((a, b) -> Double.compare(b, a))
                .toList()) {
            levels.put(size, Math.min(DEEPEST, level));
            level += level < 3 ? 1 : 0;
        }
    }

    /** The level of the heading that the lines are, if they are one. */
    Optional<Integer> level(List<PdfLine> lines) {
        PdfLine first = lines.getFirst();
        String text = first.text();
        int length = lines.stream().mapToInt(l -> l.text().length()).sum();
        long letters = text.chars().filter(Character::isLetter).count();
        if (length > LONGEST || letters < 2 || letters * 2 < text.length() || first.mono()) {
            return Optional.empty();
        }
        boolean sentence = lines.getLast().text().matches(".*[a-z][.,;:]$");
        Optional<Integer> bySize = levels.entrySet().stream()
                .filter(e -> Math.abs(e.getKey() - first.size()) < 0.3)
                .map(Map.Entry::getValue)
                .findFirst();
        Matcher number = NUMBER.matcher(text);
        boolean stands = bySize.isPresent() || first.bold();
        if (stands && number.matches() && !sentence) {
            return Optional.of(Math.min(
                    DEEPEST,
                    2 + (int) number.group(1).chars().filter(c -> c == '.').count()));
        }
        if ((PART.matcher(text).matches() && length < 60)
                || (ROMAN.matcher(text).matches() && length < 120)) {
            return Optional.of(2);
        }
        if (isCapitals(text) && length < 70 && lines.size() <= 2) {
            return bySize.or(() -> Optional.of(3));
        }
        if (sentence && !(bySize.isPresent() && first.bold())) {
            return Optional.empty();
        }
        return bySize.isPresent()
                ? bySize
                : first.bold() && length < LONGEST_BOLD && lines.size() <= 2 && Character.isUpperCase(text.charAt(0))
                        ? Optional.of(Math.min(DEEPEST, lowest() + 1))
                        : Optional.empty();
    }

    boolean isNumbered(PdfLine line) {
        return NUMBER.matcher(line.text()).matches();
    }

    boolean isLarge(PdfLine line) {
        return line.size() >= body * 1.12;
    }

    private static boolean isCapitals(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters >= 8
                && text.contains(" ")
                && text.equals(text.toUpperCase(Locale.ROOT))
                && letters >= text.length() * 0.7;
    }

    private int lowest() {
        return levels.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    }
}
