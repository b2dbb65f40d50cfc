package dev.lectern.stage;

/** A stage or draw with its name in the recipe: its key, numbered where it stands there twice ({@code require-2}). */
public record Named<S>(String name, S what) {}
