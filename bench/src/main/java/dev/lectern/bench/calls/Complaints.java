package dev.lectern.bench.calls;

import java.util.Map;
import java.util.TreeMap;

/** Why calls brought nothing: each reason once, with how often. */
final class Complaints {
    private static final Map<String, Integer> REASONS = new TreeMap<>();

    private Complaints() {}

    static void add(Exception e) {
        synchronized (REASONS) {
            REASONS.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        }
    }

    static void print() {
        synchronized (REASONS) {
            REASONS.forEach((reason, times) -> System.err.println(times + " x " + reason));
        }
    }
}
