package dev.lectern.stage;

/** An entry that stands where its sample does. */
public interface Ranked {
    Rank rank();
}
