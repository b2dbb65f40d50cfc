package dev.lectern.stage.screen;

import dev.lectern.people.Review;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import java.util.List;
import java.util.Optional;

/** Does with rows as people decided. Stands at the end: a row that is rejected keeps its copies out as if it stayed. */
public record HeedReviews() implements PerSample {
    /** The tag of rows that a person has read and left as they are. */
    public static final String REVIEWED = "reviewed";

    /** The score that a person gave. */
    public static final String RATING = "rating";

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Optional<Review> found = tools.supplies().reviews().of(sample.id());
        if (found.isEmpty()) {
            return List.of(new Outcome.Kept(sample));
        }
        Review review = found.get();
        return List.of(
                switch (review.decision()) {
                    case REJECT -> new Outcome.Dropped(sample, "rejected by a person");
                    case REWRITE ->
                        new Outcome.Dropped(
                                sample, "rewritten by a person", review.sample().map(Sample::id));
                    case ACCEPT, ADD -> {
                        Sample read = sample.withTag(REVIEWED, "accepted");
                        yield new Outcome.Kept(
                                review.rating().isPresent()
                                        ? read.withScore(RATING, review.rating().getAsDouble())
                                        : read);
                    }
                });
    }
}
