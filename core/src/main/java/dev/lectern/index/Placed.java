package dev.lectern.index;

/** A passage with its vector of unit length in a space of that name. */
public record Placed(Entry entry, String space, float[] vector) {}
