package dev.lectern.options;

import java.util.List;

/**
 * How answers are made and judged.
 *
 * @param economy questions and answers in one call
 * @param criteria what judges rate answers by, {@code correct} or {@code polite: it greets the customer}; none = they rate nothing
 */
public record Craft(boolean economy, List<String> criteria) {
    public static final Craft PLAIN = new Craft(false, List.of());

    public Craft {
        criteria = List.copyOf(criteria);
    }

    public Craft withEconomy(boolean inOneCall) {
        return new Craft(inOneCall, criteria);
    }

    public Craft withCriteria(List<String> names) {
        return new Craft(economy, names);
    }
}
