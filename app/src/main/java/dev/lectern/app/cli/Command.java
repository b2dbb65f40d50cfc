package dev.lectern.app.cli;

/** What a verb does, once its arguments are known to be right. */
@FunctionalInterface
interface Command {
    /** @return the status to exit with, one of {@link Status} */
    int run();
}
