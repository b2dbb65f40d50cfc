package dev.lectern.sheet;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /**
     * Writes rows to a file, in the format of its ending.
     *
     * @throws ProblemsException if there is no such format, or the file can't be written
     */
    public static void write(Path file, List<String> header, Stream<List<String>> rows, String option) {
        TreeMap<String, SheetWriter> writers = new TreeMap<>();
        ServiceLoader.load(SheetWriter.class)
                .forEach(writer -> writer.endings().forEach(ending -> writers.putIfAbsent(ending, writer)));
        SheetWriter writer = writers.get(new Source(file.toString().replace('\\', '/'), file).ending());
        if (writer == null) {
            throw new ProblemsException(
                    "rows cannot be written to a file of this kind",
                    option + " " + file,
                    "name one that ends in ." + String.join(" or .", writers.keySet()));
        }
        try {
            writer.write(file, header, rows);
        } catch (IOException e) {
            throw new ProblemsException(
                    "cannot write the file: " + e.getMessage(), option + " " + file, "choose a place you may write to");
        }
    }
}
