package dev.lectern.app.cli;

/** What the program exits with; scripts rely on it. */
final class Status {
    static final int DONE = 0;
    /** A mistake of ours, never of the user's. */
    static final int BUG = 1;
    /** The command, the recipe or an input is wrong; all problems were listed. */
    static final int WRONG = 2;
    /** Done, but short of what was asked, or units failed or are held. */
    static final int SHORT = 3;
    /** Stopped at the budget. */
    static final int BUDGET = 4;
    /** Interrupted; running again goes on. */
    static final int INTERRUPTED = 130;

    private Status() {}
}
