package dev.lectern.model;

/**
 * A model as it was named, to be opened by its provider.
 *
 * @param pool name of the pool that the model's setup gives, and so the base of its identity; empty text for one address
 * @param setup its endpoints; {@link ModelSetup#of} for a model named by its spec alone
 * @param where the option or setting that named it
 */
public record ModelToOpen(ModelSpec spec, String pool, ModelSetup setup, ModelSettings settings, String where) {}
