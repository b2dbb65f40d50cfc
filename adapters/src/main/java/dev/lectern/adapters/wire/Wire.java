package dev.lectern.adapters.wire;

import java.io.IOException;
import java.time.Duration;

/** A way to servers. The calling thread waits, so use a virtual one. Redirects are not followed, so that a key goes nowhere else. */
public interface Wire {
    /**
     * Sends one request and takes the answer in.
     *
     * @param timeout for the whole answer; for a stream of events, from one piece to the next
     * @throws java.net.http.HttpConnectTimeoutException if nobody takes the connection
     * @throws java.net.http.HttpTimeoutException if the answer takes too long
     * @throws IOException if nobody is there, or the connection ends too early
     */
    HttpAnswer send(HttpCall call, Intake intake, Duration timeout) throws IOException, InterruptedException;
}
