package dev.lectern.index;

/** A passage's id, and how well it fits by one way of looking. */
public record Found(String passage, double score) {}
