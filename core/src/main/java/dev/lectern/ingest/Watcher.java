package dev.lectern.ingest;

/** Hears how the reading comes along; called from any thread. */
@FunctionalInterface
public interface Watcher {
    void read(int files, int all);

    Watcher NOBODY = (files, all) -> {};
}
