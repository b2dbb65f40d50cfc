package dev.lectern.testkit;

import java.util.List;
import java.util.SortedMap;

/**
 * What a model server counted.
 *
 * @param answered requests that got a whole reply, whether or not the client was still there: these cost money
 * @param inFlight now
 * @param mostInFlight from the last byte of a request to the last of its reply
 * @param distinct bodies that differ
 * @param paidTwice answers to a body that had been answered before
 * @param untaken requests whose client was gone, killed or tired of waiting, before it had read the whole reply: in flight when it went.
 *     A killed one is known at once on one machine, one that closed its connection a tenth of a second later
 * @param refused requests that got no whole reply, by status or kind of fault
 * @param seconds from the first request on
 */
public record Counts(
        int requests,
        int answered,
        int inFlight,
        int mostInFlight,
        int distinct,
        int paidTwice,
        int untaken,
        SortedMap<String, Integer> refused,
        List<Second> seconds) {
    /** One second's requests, how many of them were refused with 429, and the most that were in flight. */
    public record Second(int requests, int busy, int mostInFlight) {}
}
