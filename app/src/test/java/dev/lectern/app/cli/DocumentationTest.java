package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that the documentation shows is typed here, in the order shown, beside a copy of the examples. A block
 * {@code sh norun} needs what a test has not (a model, a key); its options are looked up all the same. With
 * {@code -Dlectern.docs=write} the block {@code text} behind a command is written anew from what the command printed.
 */
class DocumentationTest {
    private static final Path ROOT = Path.of(System.getProperty("lectern.root"));
    private static final Pattern BLOCK = Pattern.compile("```sh( norun)?\\n(.*?)```(\\n+```text\\n)?", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(
                List.of(ROOT.resolve("README.md"), ROOT.resolve("README.zh.md"), ROOT.resolve("examples/README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandShownWorks(Path page) throws IOException {
        copy(ROOT.resolve("examples"), folder.resolve("examples"));
        String text = Files.readString(page);
        StringBuilder renewed = new StringBuilder();
        int from = 0;
        Matcher block = BLOCK.matcher(text);
        while (block.find(from)) {
            StringBuilder printed = new StringBuilder();
            for (String line : block.group(2).lines().toList()) {
                command(line, block.group(1) == null).ifPresent(printed::append);
            }
            renewed.append(text, from, block.end());
            from = block.end();
            if (block.group(3) != null) {
                renewed.append(printed.toString().stripTrailing()).append('\n');
                from = text.indexOf("```", from);
            }
        }
        renewed.append(text, from, text.length());
        if (System.getProperty("lectern.docs", "").equals("write")) {
            Files.writeString(page, renewed.toString());
        }
    }

    /** What the line's command printed; nothing if it is none or may not run. */
    private Optional<String> command(String line, boolean runs) {
        int at = line.indexOf("./lectern ");
        if (at < 0) {
            return Optional.empty();
        }
        Matcher status = Pattern.compile("# exit (\\d+)").matcher(line);
        int expected = status.find() ? Integer.parseInt(status.group(1)) : Status.DONE;
        List<String> words = words(line.substring(at + "./lectern ".length()).replaceFirst("\\s+#.*", ""));
        if (!runs) {
            assertThat(unknownOptions(words)).as(line).isEmpty();
            return Optional.empty();
        }
        Typed typed = Typed.in(folder).run(words.toArray(String[]::new));
        assertThat(typed.status()).as("%s%n%s", line, typed.err()).isEqualTo(expected);
        // Whose folder it was is nobody's business.
        return Optional.of((typed.err() + typed.out()).replace(folder + "/", ""));
    }

    private static List<String> unknownOptions(List<String> words) {
        Verb verb = Verb.of(words.getFirst()).filter(Verb::available).orElseThrow();
        return words.stream()
                .filter(word -> word.startsWith("-"))
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(word -> verb.options().stream()
                        .filter(Option::available)
                        .noneMatch(option -> option.forms().contains(word)))
                .toList();
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(Stream.of(1, 2, 3)
                    .map(word::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow());
        }
        return words;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
