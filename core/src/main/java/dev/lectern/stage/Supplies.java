package dev.lectern.stage;

import dev.lectern.aim.Sight;
import dev.lectern.people.Reviews;
import dev.lectern.seed.Facts;
import dev.lectern.seed.Seeds;
import dev.lectern.tool.Toolbox;
import dev.lectern.web.Web;

/**
 * What a run was given besides documents and models.
 *
 * @param toolbox tools that rows may call
 * @param reviews what people decided about rows of the run folder, and rows that they wrote
 * @param sight what the rows are for, and how well passages and pairs fit it
 */
public record Supplies(Seeds seeds, Facts facts, Web web, Toolbox toolbox, Reviews reviews, Sight sight) {
    public static final Supplies NONE =
            new Supplies(Seeds.NONE, Facts.NONE, Web.NONE, Toolbox.NONE, Reviews.NONE, Sight.NONE);

    public Supplies(Seeds seeds, Facts facts, Web web) {
        this(seeds, facts, web, Toolbox.NONE, Reviews.NONE, Sight.NONE);
    }

    public Supplies withWeb(Web other) {
        return new Supplies(seeds, facts, other, toolbox, reviews, sight);
    }

    public Supplies withSight(Sight other) {
        return new Supplies(seeds, facts, web, toolbox, reviews, other);
    }
}
