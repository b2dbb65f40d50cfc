package dev.lectern.check;

/**
 * A mistake that the user can fix.
 *
 * @param what what is wrong, in a clause
 * @param where the file and line, the option, the field; empty when there is no better place than the command
 * @param fix what to type or change; empty when nothing is known to help
 */
public record Problem(String what, String where, String fix) {
    public Problem(String what, String where) {
        this(what, where, "");
    }

    @Override
    public String toString() {
        return (where.isEmpty() ? "" : where + ": ") + what + (fix.isEmpty() ? "" : "\n  " + fix);
    }
}
