package dev.lectern.bench.calls;

/** One thing to show. Tells what it measured through {@link Bench#said}. */
interface Scenario {
    void run(Bench bench) throws Exception;
}
