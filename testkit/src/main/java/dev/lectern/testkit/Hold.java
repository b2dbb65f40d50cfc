package dev.lectern.testkit;

import java.util.ArrayDeque;
import java.util.Queue;

/** Holds replies back from a moment on, so that a test can look, kill or stop while calls are in flight. For the server's thread. */
final class Hold {
    private final Tally tally;
    private final Queue<Runnable> held = new ArrayDeque<>();
    private int after = Integer.MAX_VALUE;

    Hold(Tally tally) {
        this.tally = tally;
    }

    void pass(Runnable reply) {
        if (tally.answered() >= after) {
            held.add(reply);
        } else {
            reply.run();
        }
    }

    void after(int answers) {
        after = answers;
    }

    /** All that were held leave now, to clients that are still there or not. */
    void release() {
        after = Integer.MAX_VALUE;
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }
}
