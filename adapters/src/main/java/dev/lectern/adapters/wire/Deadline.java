package dev.lectern.adapters.wire;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * Until when an answer may take. Starts anew with each piece of a stream: proxies and servers are alive as long as something comes. Signs
 * of life alone are not waited for without end, though.
 */
final class Deadline {
    /** How many times its length an answer may take of which nothing comes but signs of life. */
    private static final int PATIENCE = 3;

    private final long length;
    private volatile long at;
    private volatile long latest;

    Deadline(Duration timeout) {
        long now = System.nanoTime();
        this.length = timeout.toNanos();
        this.at = now + length;
        this.latest = now + PATIENCE * length;
    }

    /** @param said whether something of the answer came, and not a mere sign of life */
    void restart(boolean said) {
        long now = System.nanoTime();
        at = now + length;
        if (said) {
            latest = now + PATIENCE * length;
        }
    }

    /** None or fewer if it is over. */
    long nanosLeft() {
        long now = System.nanoTime();
        return Math.min(at - now, latest - now);
    }

    /** At least one. @throws HttpTimeoutException if there are none */
    int millisLeft() throws HttpTimeoutException {
        long left = nanosLeft();
        if (left <= 0) {
            throw new HttpTimeoutException("no answer in time");
        }
        return (int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1);
    }
}
