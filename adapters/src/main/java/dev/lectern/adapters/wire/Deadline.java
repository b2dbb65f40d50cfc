package dev.lectern.adapters.wire;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Until when an answer may take. Starts anew with each piece of a stream: proxies and servers are alive as long as something comes. */
final class Deadline {
    private final long length;
    private volatile long at;

    Deadline(Duration timeout) {
        this.length = timeout.toNanos();
        this.at = System.nanoTime() + length;
    }

    void restart() {
        at = System.nanoTime() + length;
    }

    /** At least one. @throws HttpTimeoutException if there are none */
    int millisLeft() throws HttpTimeoutException {
        long left = at - System.nanoTime();
        if (left <= 0) {
            throw new HttpTimeoutException("no answer in time");
        }
        return (int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1);
    }
}
