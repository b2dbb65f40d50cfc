package dev.lectern.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes rows to a file of one format, as {@link SheetReader} reads them. Found through {@link java.util.ServiceLoader}. */
public interface SheetWriter {
    /** Endings of the files it writes, lower case, without the dot. */
    List<String> endings();

    /** @param header names of the columns; each row has as many cells */
    void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException;
}
