package dev.lectern.corpus;

/** A page of a paged document, from 1; {@code start == end} where the page has no text layer. */
public record Page(int number, int start, int end) {}
