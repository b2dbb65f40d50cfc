package dev.lectern.sheet;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Files of rows, read by whichever reader on the class path is for their ending. */
public final class Sheets {
    private Sheets() {}

    /**
     * The rows of a file.
     *
     * @param option that named it, for messages
     * @throws ProblemsException if the file is not there or no row of it can be read
     */
    public static Sheet read(Path file, String option) {
        if (!Files.isRegularFile(file)) {
            throw new ProblemsException("there is no file '" + file + "'", option, "check the spelling");
        }
        TreeMap<String, SheetReader> readers = new TreeMap<>();
        ServiceLoader.load(SheetReader.class)
                .forEach(reader -> reader.endings().forEach(ending -> readers.putIfAbsent(ending, reader)));
        Source source = new Source(file.toString().replace('\\', '/'), file);
        SheetReader reader = readers.get(source.ending());
        if (reader == null) {
            throw new ProblemsException(
                    "rows cannot be read from a file of this kind",
                    option + " " + file,
                    "save it as one of: ." + String.join(" .", readers.keySet()));
        }
        try {
            return reader.read(source);
        } catch (ReadException e) {
            throw new ProblemsException(e.what(), option + " " + file, e.fix());
        }
    }
}
