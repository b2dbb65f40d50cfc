package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.ChatRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Texts that are read in review: written anew by {@code -Dgolden.update=true}, compared otherwise. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    static void matches(String name, ChatRequest request) throws IOException {
        matches(
                name,
                request.messages().stream()
                        .map(m -> "=== " + m.role() + "\n" + m.content() + "\n")
                        .collect(Collectors.joining()));
    }

    static void matches(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).as(name).isEqualTo(Files.readString(file));
    }
}
