package dev.lectern.sheet;

import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.util.List;

/** Reads rows of one file format. Found through {@link java.util.ServiceLoader}. */
public interface SheetReader {
    /** The column that holds the whole of a row where rows have no columns, as the lines of a text. */
    String WHOLE = "text";

    /** Endings of the files it reads, lower case, without the dot. */
    List<String> endings();

    /** @throws ReadException if no row can be read; rows that cannot be read are problems of the sheet */
    Sheet read(Source source);
}
