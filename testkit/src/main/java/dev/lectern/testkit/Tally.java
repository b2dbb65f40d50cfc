package dev.lectern.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what happens at a model server. Written by its thread, read by any. */
final class Tally {
    private final Map<String, Body> bodies = new HashMap<>();
    private final SortedMap<String, Integer> refused = new TreeMap<>();
    private final List<int[]> seconds = new ArrayList<>();
    private int requests;
    private int answered;
    private int inFlight;
    private int mostInFlight;
    private int paidTwice;
    private int untaken;
    private long began;

    private static final class Body {
        private int came;
        private int answered;
    }

    /**
     * A request has come whole.
     *
     * @return how often its body came before
     */
    synchronized int came(String digest) {
        began = requests == 0 ? System.nanoTime() : began;
        requests++;
        second()[0]++;
        return bodies.computeIfAbsent(digest, d -> new Body()).came++;
    }

    synchronized int answered() {
        return answered;
    }

    synchronized int inFlight() {
        return inFlight;
    }

    /** @param in whether it will be worked on; if not, it {@link #left leaves} at once */
    synchronized void admitted(boolean in) {
        inFlight++;
        if (!in) {
            return;
        }
        mostInFlight = Math.max(mostInFlight, inFlight);
        int[] second = second();
        second[2] = Math.max(second[2], inFlight);
    }

    /** Before the reply's last byte leaves: whoever has it may ask again at once, and that would count as one more in flight. */
    synchronized void left() {
        inFlight--;
    }

    synchronized void answered(String digest) {
        answered++;
        Body body = bodies.computeIfAbsent(digest, d -> new Body());
        paidTwice += body.answered++ > 0 ? 1 : 0;
    }

    /** The client of a request was gone before it had read the reply. */
    synchronized void untaken() {
        untaken++;
    }

    synchronized void refused(String kind) {
        refused.merge(kind, 1, Integer::sum);
        second()[1] += kind.equals("429") ? 1 : 0;
    }

    synchronized Counts counts() {
        return new Counts(
                requests,
                answered,
                inFlight,
                mostInFlight,
                bodies.size(),
                paidTwice,
                untaken,
                new TreeMap<>(refused),
                seconds.stream()
                        .map(second -> new Counts.Second(second[0], second[1], second[2]))
                        .toList());
    }

    private int[] second() {
        int now = (int) ((System.nanoTime() - began) / 1_000_000_000L);
        while (seconds.size() <= now) {
            seconds.add(new int[3]);
        }
        return seconds.get(now);
    }
}
