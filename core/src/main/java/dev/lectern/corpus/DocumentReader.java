package dev.lectern.corpus;

import java.util.List;

/**
 * Makes documents of one file format. Found through {@link java.util.ServiceLoader}; safe for many threads; holds nothing
 * between files. Content is data: a reader opens nothing but the source it is handed.
 */
public interface DocumentReader {
    /** Endings of the files it reads, lower case, without the dot and without {@code .gz}. */
    List<String> endings();

    /** Whether these first bytes bear the format's own signature; false for formats without one. */
    default boolean recognises(byte[] head) {
        return false;
    }

    /** Whether every good file of this format bears the signature, so that one without it was misnamed. */
    default boolean signed() {
        return false;
    }

    /**
     * Reads the source and hands its documents over one at a time; their language is "und" unless the file names it.
     *
     * @throws ReadException if nothing, or nothing more, can be read; what was handed over before stays
     */
    void read(Source source, DocumentSink sink);
}
