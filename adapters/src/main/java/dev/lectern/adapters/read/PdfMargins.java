package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds running heads, feet and page numbers: what recurs at the edge of pages, or counts with them. */
final class PdfMargins {
    /** Lines at either edge that may be a head or a foot. */
    private static final int DEEP = 3;

    private static final int LONGEST = 90;
    /** The part of the printed height, above and below, in which heads and feet stand. */
    private static final double ZONE = 0.08;

    private static final int RECURS = 3;
    private static final Pattern NUMBER = Pattern.compile("^(?:\\D{0,3})(\\d{1,4})\\b|\\b(\\d{1,4})\\D{0,3}$");
    private static final Pattern ALONE =
            Pattern.compile("^[-–—\\[( ]*(?:[Pp]age )?(?:\\d{1,4}|[ivxlc]{1,7})(?: (?:of|/) \\d{1,4})?[-–—\\]) .]*$");

    private final double head;
    private final double foot;

    private PdfMargins(double head, double foot) {
        this.head = head;
        this.foot = foot;
    }

    /** The pages' lines without what belongs to the paper. */
    static List<List<PdfLine>> without(List<List<PdfLine>> pages) {
        DoubleSummaryStatistics height = pages.stream()
                .flatMap(List::stream)
                .mapToDouble(PdfLine::baseline)
                .summaryStatistics();
        double zone = (height.getMax() - height.getMin()) * ZONE;
        return new PdfMargins(height.getMin() + zone, height.getMax() - zone).strip(pages);
    }

    private List<List<PdfLine>> strip(List<List<PdfLine>> pages) {
        Map<String, Set<Integer>> recurring = new HashMap<>();
        Map<Integer, Set<Integer>> offsets = new HashMap<>();
        for (int p = 0; p < pages.size(); p++) {
            for (PdfLine line : edges(pages.get(p))) {
                recurring.computeIfAbsent(kind(line), k -> new HashSet<>()).add(p);
                for (int number : numbers(line.text())) {
                    offsets.computeIfAbsent(number - p, k -> new HashSet<>()).add(p);
                }
            }
        }
        int most = offsets.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<Integer, Set<Integer>> e) ->
                                e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .filter(e -> e.getValue().size() >= RECURS || (e.getValue().size() == pages.size() && pages.size() > 1))
                .map(Map.Entry::getKey)
                .orElse(Integer.MIN_VALUE);
        List<List<PdfLine>> kept = new ArrayList<>();
        for (int p = 0; p < pages.size(); p++) {
            Set<PdfLine> drop = new HashSet<>();
            for (PdfLine line : edges(pages.get(p))) {
                boolean recurs = recurring.getOrDefault(kind(line), Set.of()).size()
                        >= Math.min(RECURS, Math.max(2, pages.size()));
                boolean counts = most != Integer.MIN_VALUE
                        && numbers(line.text()).contains(most + p)
                        && isOutermost(line, pages.get(p));
                boolean alone =
                        ALONE.matcher(line.text()).matches() && pages.size() > 1 && isOutermost(line, pages.get(p));
                if (recurs || counts || alone) {
                    drop.add(line);
                }
            }
            kept.add(pages.get(p).stream().filter(line -> !drop.contains(line)).toList());
        }
        return kept;
    }

    private static boolean isOutermost(PdfLine line, List<PdfLine> page) {
        return page.stream().noneMatch(l -> l.baseline() < line.baseline() - 2)
                || page.stream().noneMatch(l -> l.baseline() > line.baseline() + 2);
    }

    private List<PdfLine> edges(List<PdfLine> page) {
        List<PdfLine> sorted = page.stream()
                .sorted(Comparator.comparingDouble(PdfLine::baseline))
                .toList();
        List<PdfLine> edges = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            double at = sorted.get(i).baseline();
            boolean outer = (i < DEEP && at <= head) || (i >= sorted.size() - DEEP && at >= foot);
            if (outer && sorted.get(i).text().length() <= LONGEST) {
                edges.add(sorted.get(i));
            }
        }
        return edges;
    }

    /** The same head on another page differs in its number alone, and stands at the same height. */
    private static String kind(PdfLine line) {
        return Math.round(line.baseline() / 6) + " "
                + line.text().replaceAll("\\d+", "#").replaceAll("\\b[ivxlcIVXLC]+\\b", "#");
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        Matcher m = NUMBER.matcher(text);
        while (m.find()) {
            numbers.add(Integer.parseInt(m.group(1) != null ? m.group(1) : m.group(2)));
        }
        return numbers;
    }
}
