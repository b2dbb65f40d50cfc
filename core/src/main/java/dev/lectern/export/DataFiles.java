package dev.lectern.export;

import dev.lectern.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The open data files of an export, one per format and split. Rows that a layout cannot carry are counted by reason. */
final class DataFiles implements AutoCloseable {
    private final List<DataFile> files = new ArrayList<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final Format.Shape shape;

    private static final class DataFile {
        final Format format;
        final String split;
        final String path;
        final Aside file;
        long rows;
        long tokens;

        DataFile(Path folder, Format format, String split) throws IOException {
            this.format = format;
            this.split = split;
            this.path = "data/" + format.name() + "/" + split + ".jsonl";
            this.file = new Aside(folder.resolve(path));
        }
    }

    DataFiles(Path folder, List<Format> formats, Collection<String> splits, Format.Shape shape) throws IOException {
        this.shape = shape;
        for (Format format : formats) {
            for (String split : splits) {
                files.add(new DataFile(folder, format, split));
            }
        }
    }

    void add(Sample sample, String split) {
        long tokens = SampleTokens.of(sample, shape.reasoning() != Reasoning.DROP);
        for (DataFile file : files) {
            if (!file.split.equals(split)) {
                continue;
            }
            switch (file.format.row(sample, shape)) {
                case Format.Row.Written row -> {
                    try {
                        file.file.text(Line.of(row.json()) + "\n");
                    } catch (IOException e) {
                        throw new UncheckedIOException("cannot write " + file.path, e);
                    }
                    file.rows++;
                    file.tokens += tokens;
                }
                case Format.Row.LeftOut left -> leftOut.merge(file.format.name() + " " + left.reason(), 1L, Long::sum);
            }
        }
    }

    /** Moves the files to their places. Splits without a row make no file: an empty one stops {@code datasets}. */
    List<Output> keep(List<Note> notes) throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (DataFile file : files) {
            if (file.rows > 0) {
                file.file.keep();
                outputs.add(new Output(
                        file.path, file.format.name(), file.split, file.rows, file.file.bytes(), file.tokens));
            }
        }
        leftOut.forEach((what, count) -> {
            int space = what.indexOf(' ');
            notes.add(new Note("left-out." + what.substring(space + 1), what.substring(0, space), count));
        });
        return outputs;
    }

    @Override
    public void close() throws IOException {
        for (DataFile file : files) {
            file.file.close();
        }
    }
}
