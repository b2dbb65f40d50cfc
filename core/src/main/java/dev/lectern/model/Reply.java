package dev.lectern.model;

import java.time.Instant;

/**
 * A reply as it is kept: whatever was bought or cannot be repeated.
 *
 * @param key identity of the request: SHA-256 of it as asked, in canonical JSON
 * @param kind chat, probe, embedding, search …
 * @param asked the request
 * @param answer the answer as it came, JSON
 * @param answeredBy the model that really answered
 * @param usage tokens of all its tries
 * @param cost price of all its tries
 * @param calls requests that went over the wire for it: tries, raised limits and repairs count
 * @param millis from the first try to the answer
 * @param retired a user has asked for another draw; {@link ReplyStore#retire}
 */
public record Reply(
        String key,
        String kind,
        Asked asked,
        String answer,
        String answeredBy,
        Usage usage,
        Cost cost,
        int calls,
        long millis,
        boolean retired,
        Instant at) {
    /** The reply to a request, as it came. */
    public static Reply to(
            CallKey key,
            String kind,
            String answer,
            String answeredBy,
            Usage usage,
            Cost cost,
            int calls,
            long millis,
            Instant at) {
        return new Reply(
                key.hash(), kind, Asked.of(key.asked()), answer, answeredBy, usage, cost, calls, millis, false, at);
    }

    /** What is noted beside replies: nobody was asked for it, and it took nothing. */
    public static Reply noted(CallKey key, String kind, String answer, String about, Instant at) {
        return to(key, kind, answer, about, Usage.NONE, Cost.NOTHING, 0, 0, at);
    }

    /** The same, and a user wants another draw. */
    Reply retire() {
        return new Reply(key, kind, asked, answer, answeredBy, usage, cost, calls, millis, true, at);
    }
}
