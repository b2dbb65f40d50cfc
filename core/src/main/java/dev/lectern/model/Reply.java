package dev.lectern.model;

import java.time.Instant;

/**
 * A reply as it is kept: whatever was bought or cannot be repeated.
 *
 * @param key identity of the request: SHA-256 of it as asked, in canonical JSON
 * @param kind chat, probe, embedding, search …
 * @param asked the request in canonical JSON
 * @param answer the answer as it came, JSON
 * @param costMicros price in millionths of the currency; {@link #PRICE_UNKNOWN} where nobody knows
 */
public record Reply(
        String key,
        String kind,
        String asked,
        String answer,
        String answeredBy,
        Usage usage,
        long costMicros,
        Instant at) {
    /** The cost where nobody knows it; never to be shown as nought. */
    public static final long PRICE_UNKNOWN = -1;
}
