package dev.lectern.stage;

import dev.lectern.people.Human;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Seed;
import java.util.Comparator;

/**
 * Where a sample stands when only some can stay: rows that a person wrote before all else, then questions of people, then by its score,
 * then by chance, then by id. Chance is drawn from the words of the instruction, so that an edit elsewhere in a document, which gives new
 * ids, re-draws nothing.
 *
 * @param score larger is better; samples without the score come last
 * @param chance compared as unsigned
 */
public record Rank(double score, long chance, String id) {
    /** The score that says how good a row is, where a recipe measures it. */
    public static final String QUALITY = "quality";

    public static final Comparator<Rank> BEST_FIRST = Comparator.comparingDouble(Rank::score)
            .reversed()
            .thenComparing(Rank::chance, Long::compareUnsigned)
            .thenComparing(Rank::id);

    public static Rank of(Sample sample, String score, Tools tools) {
        double value = Human.isRow(sample)
                ? Double.POSITIVE_INFINITY
                : sample.tags().containsKey(Seed.HUMAN)
                        ? Double.MAX_VALUE
                        : sample.scores().getOrDefault(score, Double.NEGATIVE_INFINITY);
        return new Rank(value, tools.chance().rank(sample.instruction()), sample.id());
    }
}
