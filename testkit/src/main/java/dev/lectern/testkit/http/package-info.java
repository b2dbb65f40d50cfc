/**
 * A small HTTP/1.1 server for loopback: one thread, a selector, and a clock for what happens later, so that thousands of requests can
 * wait for their reply at no cost. Start at {@link dev.lectern.testkit.http.LoopServer}. Knows nothing of models, and trusts its clients.
 */
@NullMarked
package dev.lectern.testkit.http;

import org.jspecify.annotations.NullMarked;
