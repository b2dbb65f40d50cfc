package dev.lectern.laws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The example handbooks of the repository, as folders that a test may change. */
final class Examples {
    static final Path ROOT = Path.of(System.getProperty("lectern.root", ".."));

    private Examples() {}

    static Path english() {
        return ROOT.resolve("examples/handbook-en");
    }

    static Path chinese() {
        return ROOT.resolve("examples/handbook-zh");
    }

    /** Both handbooks, one folder each. */
    static Path[] both() {
        return new Path[] {english(), chinese()};
    }

    static Path copy(Path folder, Path to) throws IOException {
        for (Path file : files(folder)) {
            Path copy = to.resolve(folder.relativize(file).toString());
            Files.createDirectories(copy.toAbsolutePath().getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    /** All files below a folder, sorted. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
