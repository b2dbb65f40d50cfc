package dev.lectern.select;

import java.util.Locale;

/** The ways to choose that users may name. */
public enum Policy {
    /** Everything, in the order of the pool. */
    ALL,
    /** Everything, shuffled. */
    RANDOM,
    /** Plain retrieval: by nearness of the items themselves to the target, without any feedback. */
    NEAREST;

    /** What a user calls it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Begins a selection. */
    public Selection open(Pool pool, Target target, Settings settings) {
        return switch (this) {
            case ALL -> new Ordered(Orders.asTheyStand(pool));
            case RANDOM -> new Ordered(Orders.shuffled(pool, settings.seed()));
            case NEAREST -> new Ordered(Orders.nearest(pool, target));
        };
    }
}
