package dev.lectern.people;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Review.Decision;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How people rate rows of a run: from 1 to 5, or good and not.
 *
 * @param byId what was said of each row; several people's ratings of one row are a mean, and half of them in favour makes it good
 */
public record Ratings(SortedMap<String, Rated> byId) {
    /** The least rating of a row that people would keep. */
    public static final double GOOD = 4;

    private static final List<String> RATING = List.of("rating", "score", "label", "评分", "打分");
    private static final List<String> DECISION = List.of("decision", "verdict", "决定", "结论");
    private static final Set<String> YES = Set.of("accept", "keep", "yes", "ok", "good", "true", "接受", "保留", "是", "好");
    private static final Set<String> NO = Set.of("reject", "drop", "no", "bad", "false", "拒绝", "删除", "否", "差");

    /**
     * What people say of a row.
     *
     * @param rating from 1 to 5; empty where they only said whether it is good
     */
    public record Rated(OptionalDouble rating, boolean good) {}

    public Ratings {
        byId = new TreeMap<>(byId);
    }

    /**
     * Reads columns {@code id} and {@code rating} (1 to 5, or 0 and 1, or yes and no), or {@code decision}. Rows where nothing is said are skipped.
     *
     * @throws ProblemsException with every row that can't be used
     */
    public static Ratings read(Sheet sheet) {
        List<Problem> problems = new ArrayList<>(sheet.problems());
        SortedMap<String, List<Rated>> said = new TreeMap<>();
        boolean shares = sheet.rows().stream()
                .flatMap(row -> row.cell(RATING).stream())
                .flatMap(cell -> number(cell).stream().boxed())
                .allMatch(rating -> rating == 0 || rating == 1);
        for (Row row : sheet.rows()) {
            Optional<String> id = row.cell(List.of("id"));
            Optional<String> cell = row.cell(RATING).or(() -> row.cell(DECISION));
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Rated> rated = rated(cell.get(), shares);
            String where = sheet.file() + ", line " + row.line();
            if (id.isEmpty()) {
                problems.add(new Problem("a rating of no row", where, "write the row's id beside it"));
            } else if (rated.isEmpty()) {
                problems.add(new Problem(
                        "'" + cell.get() + "' is no rating", where, "write a number from 1 to 5, or accept or reject"));
            } else {
                said.computeIfAbsent(id.get(), key -> new ArrayList<>()).add(rated.get());
            }
        }
        if (said.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(
                    "nobody has rated a row",
                    sheet.file(),
                    "fill the column rating (1 to 5), or decision (accept or reject), beside the ids"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        SortedMap<String, Rated> byId = new TreeMap<>();
        said.forEach((id, all) -> byId.put(id, mean(all)));
        return new Ratings(byId);
    }

    /** What people said of rows when they reviewed them. */
    public static Ratings of(Reviews reviews) {
        SortedMap<String, Rated> byId = new TreeMap<>();
        reviews.byId().forEach((id, review) -> {
            boolean accepted = review.decision() == Decision.ACCEPT;
            if (review.rating().isPresent()) {
                double rating = review.rating().getAsDouble();
                byId.put(id, new Rated(review.rating(), accepted && rating >= GOOD));
            } else if (review.decision() != Decision.ADD) {
                byId.put(id, new Rated(OptionalDouble.empty(), accepted));
            }
        });
        return new Ratings(byId);
    }

    private static Rated mean(List<Rated> all) {
        long good = all.stream().filter(Rated::good).count();
        return new Rated(
                all.stream().flatMapToDouble(one -> one.rating().stream()).average(), 2 * good >= all.size());
    }

    private static Optional<Rated> rated(String cell, boolean shares) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        OptionalDouble number = number(word);
        if (number.isPresent() && shares) {
            return Optional.of(new Rated(OptionalDouble.empty(), number.getAsDouble() == 1));
        } else if (number.isPresent()) {
            double rating = number.getAsDouble();
            return rating >= 1 && rating <= 5 ? Optional.of(new Rated(number, rating >= GOOD)) : Optional.empty();
        }
        return YES.contains(word) || NO.contains(word)
                ? Optional.of(new Rated(OptionalDouble.empty(), YES.contains(word)))
                : Optional.empty();
    }

    private static OptionalDouble number(String cell) {
        String plain = cell.strip().replace(',', '.');
        return plain.matches("-?\\d{1,9}(\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(plain))
                : OptionalDouble.empty();
    }
}
