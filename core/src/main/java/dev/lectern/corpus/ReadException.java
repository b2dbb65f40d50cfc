package dev.lectern.corpus;

/** A file that cannot be read, said so that its owner can mend it. Never stops the other files. */
public final class ReadException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String fix;

    /**
     * @param what what is wrong, in a clause
     * @param fix what to do about it; empty when nothing is known to help
     */
    public ReadException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    public ReadException(String what, String fix, Throwable cause) {
        super(what, cause);
        this.fix = fix;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }
}
