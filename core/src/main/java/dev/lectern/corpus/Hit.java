package dev.lectern.corpus;

/**
 * A passage that was found.
 *
 * @param score compares hits of one query only; larger is better
 * @param rank from 1
 */
public record Hit(Passage passage, double score, int rank) {}
