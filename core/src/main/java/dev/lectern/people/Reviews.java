package dev.lectern.people;

import dev.lectern.people.Review.Decision;
import dev.lectern.sample.Sample;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What people decided about the rows of a run folder: {@code reviews.jsonl}. An input of the next build, never written by one.
 *
 * @param byId the last word on each row, by its id
 */
public record Reviews(SortedMap<String, Review> byId) {
    public static final Reviews NONE = new Reviews(new TreeMap<>());
    private static final String FILE = "reviews.jsonl";

    public Reviews {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    /** Those of the run folder; none where there are none. */
    public static Reviews in(Path run) {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return NONE;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            SortedMap<String, Review> byId = new TreeMap<>();
            lines.filter(line -> !line.isBlank())
                    .map(line -> Json.read(line, Review.class))
                    .forEach(review -> byId.put(review.id(), review));
            return new Reviews(byId);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** These, and what was decided before about other rows. */
    public Reviews with(List<Review> later) {
        SortedMap<String, Review> all = new TreeMap<>(byId);
        later.forEach(review -> all.put(review.id(), review));
        return new Reviews(all);
    }

    /** These, and rows that people wrote elsewhere; what was decided about such a row before holds. */
    public Reviews withRows(Stream<Sample> rows) {
        SortedMap<String, Review> all = new TreeMap<>(byId);
        rows.forEach(row -> all.putIfAbsent(
                row.id(),
                new Review(row.id(), "", Decision.ADD, OptionalDouble.empty(), Optional.empty(), Optional.of(row))));
        return new Reviews(all);
    }

    public void write(Path run) {
        Path file = run.resolve(FILE);
        Path aside = run.resolve(FILE + ".writing");
        try {
            Files.write(aside, byId.values().stream().map(Json::line).toList(), StandardCharsets.UTF_8);
            try {
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    public Optional<Review> of(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The rows that people wrote, in the order of their ids. */
    public List<Sample> rows() {
        return byId.values().stream()
                .flatMap(review -> review.sample().stream())
                .toList();
    }

    public long count(Decision decision) {
        return byId.values().stream()
                .filter(review -> review.decision() == decision)
                .count();
    }

    /** Equal decisions, equal digest. */
    public String digest() {
        return Hash.id(byId.entrySet().stream()
                .map((Map.Entry<String, Review> entry) -> Json.line(entry.getValue()))
                .toArray(String[]::new));
    }
}
