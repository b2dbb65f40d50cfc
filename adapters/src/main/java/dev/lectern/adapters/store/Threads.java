package dev.lectern.adapters.store;

/** Waiting for threads that end by themselves. */
final class Threads {
    private Threads() {}

    /** Waits to the end even if interrupted meanwhile; the interrupt is seen afterwards. */
    static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
