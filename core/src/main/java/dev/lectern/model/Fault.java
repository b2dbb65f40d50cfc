package dev.lectern.model;

/** Why one try brought nothing although another may. */
public enum Fault {
    /** Status 429, or 503 and 529 that mean the same: too many at once, or too many in this minute. */
    BUSY,
    /** Status 408, 5xx: the server's own trouble. */
    SERVER,
    /** No answer in time. */
    TIMEOUT,
    /** Nobody there, no such name, no route, TLS. */
    CONNECTION,
    /** The connection ended before or within the reply. */
    CUT,
    /** A whole reply that is none: no chat completion, text that is not the JSON that was asked for, an end for length before the limit. */
    MALFORMED
}
