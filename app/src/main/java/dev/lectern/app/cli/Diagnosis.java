package dev.lectern.app.cli;

/** One thing the doctor looked at. */
record Diagnosis(Level level, String name, String text, String fix) {
    enum Level {
        GOOD,
        /** Neither good nor bad: nothing is set, and nothing needs to be. */
        NOTE,
        BAD
    }
}
