package dev.lectern.stage;

import dev.lectern.seed.Facts;
import dev.lectern.seed.Seeds;
import dev.lectern.web.Web;

/** What a run was given besides documents and models. */
public record Supplies(Seeds seeds, Facts facts, Web web) {
    public static final Supplies NONE = new Supplies(Seeds.NONE, Facts.NONE, Web.NONE);

    public Supplies withWeb(Web other) {
        return new Supplies(seeds, facts, other);
    }
}
