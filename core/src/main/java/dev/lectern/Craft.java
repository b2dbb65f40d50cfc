package dev.lectern;

import java.util.Optional;

/**
 * How answers are made and judged.
 *
 * @param economy questions and answers in one call
 * @param reward endpoint of a reward model
 */
public record Craft(boolean economy, Optional<String> reward) {
    public static final Craft PLAIN = new Craft(false, Optional.empty());

    public Craft withEconomy(boolean inOneCall) {
        return new Craft(inOneCall, reward);
    }

    public Craft withReward(String url) {
        return new Craft(economy, Optional.of(url));
    }
}
