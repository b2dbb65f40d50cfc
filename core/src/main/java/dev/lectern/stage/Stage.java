package dev.lectern.stage;

import java.util.Set;

/**
 * A step of a recipe. A stage is a record: its fields are its settings, its YAML and its wire form, so that it can be saved,
 * sent and fingerprinted. It keeps nothing between samples; live things are handed to it as {@link Tools}. Its shortest
 * public constructor names what a recipe must give; what that constructor fills in are the defaults.
 */
public sealed interface Stage permits PerSample, PerGroup, InOrder, PerDataset {
    /** What a sample must have when it comes in. */
    default Set<Trait> needs() {
        return Set.of();
    }

    /** What a sample has more when it goes out. */
    default Set<Trait> adds() {
        return Set.of();
    }

    /** What the stage uses beyond its fields. */
    default Set<Use> uses() {
        return Set.of();
    }

    /** Whether it asks models or the web, and so may wait and cost money. */
    default boolean paid() {
        return uses().stream().anyMatch(use -> use instanceof Use.Role || use instanceof Use.Web);
    }

    /** Whether it asks for few samples only, those that an earlier stage put in doubt: a budget keeps no share for it. */
    default boolean seldom() {
        return false;
    }
}
