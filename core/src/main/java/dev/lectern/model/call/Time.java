package dev.lectern.model.call;

/** A clock that only goes forward, and how to wait on it. Tests bring their own. */
interface Time {
    Time REAL = new Time() {
        private final long began = System.nanoTime();

        @Override
        public long nanos() {
            return System.nanoTime() - began;
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            Thread.sleep(nanos / 1_000_000, (int) (nanos % 1_000_000));
        }
    };

    /** Since the beginning, never below 0. */
    long nanos();

    void sleep(long nanos) throws InterruptedException;
}
