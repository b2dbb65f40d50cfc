package dev.lectern.adapters.wire;

import java.io.IOException;

/** An answer is larger than anything that was asked for; the rest of it is not taken in. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long most) {
        super("the answer is larger than " + (most >> 20) + " MiB");
    }
}
