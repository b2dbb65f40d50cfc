package dev.lectern.stage.extract.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Word lists shipped beside the families: one entry a line, "#" begins a comment. */
public final class Lexicon {
    private static final String FOLDER = "/dev/lectern/stage/extract/";

    private Lexicon() {}

    /** The entries of a list, stripped, in file order. */
    public static List<String> lines(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("word list is not in the program: " + file);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(line -> line.startsWith("#") ? "" : line.strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + file, e);
        }
    }

    /** A list of "key value" lines, cut at the first space. */
    public static Map<String, String> pairs(String file) {
        return lines(file).stream()
                .map(line -> line.split("\\s+", 2))
                .collect(Collectors.toUnmodifiableMap(p -> p[0], p -> p[1], (one, other) -> one));
    }
}
