package dev.lectern.stage;

import dev.lectern.people.Reviews;
import dev.lectern.seed.Facts;
import dev.lectern.seed.Seeds;
import dev.lectern.web.Web;

/**
 * What a run was given besides documents and models.
 *
 * @param reviews what people decided about rows of the run folder, and rows that they wrote
 */
public record Supplies(Seeds seeds, Facts facts, Web web, Reviews reviews) {
    public static final Supplies NONE = new Supplies(Seeds.NONE, Facts.NONE, Web.NONE, Reviews.NONE);

    public Supplies(Seeds seeds, Facts facts, Web web) {
        this(seeds, facts, web, Reviews.NONE);
    }

    public Supplies withWeb(Web other) {
        return new Supplies(seeds, facts, other, reviews);
    }

    public Supplies withReviews(Reviews other) {
        return new Supplies(seeds, facts, web, other);
    }
}
