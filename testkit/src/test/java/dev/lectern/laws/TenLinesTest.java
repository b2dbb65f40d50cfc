package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ten lines at the front door run as they are printed: in the Javadoc of {@code Lectern}, the README, the guide. */
@Timeout(120)
class TenLinesTest {
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\n(.*?)}</pre>", Pattern.DOTALL);
    private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?Lectern\\.into.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    static Stream<String> pages() {
        return Stream.of("core/src/main/java/dev/lectern/Lectern.java", "README.md", "README.zh.md", "docs/guide.md")
                .filter(page -> find(page).find());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theExampleCompilesAndRuns(String page) throws Exception {
        Matcher found = find(page);
        assertThat(found.find()).as("an example in " + page).isTrue();
        String example = found.group(1).replaceAll("(?m)^ \\* ?", "");
        Path source = Files.writeString(
                folder.resolve("Example.java"),
                "import dev.lectern.*;\nimport java.nio.file.Path;\npublic class Example {\n"
                        + "  public static void main(String[] args) {\n" + example + "  }\n}\n");
        Examples.copy(Examples.english(), folder.resolve("handbook"));
        Examples.copy(Examples.english(), folder.resolve("examples/handbook-en"));
        compile(source);
        String[] said = run().split(" rows in ", -1);
        Dataset made = new Dataset(folder.resolve(said[1]));
        assertThat(made.samples()).hasSize(Integer.parseInt(said[0])).isNotEmpty();
    }

    private static Matcher find(String page) {
        Path file = Examples.ROOT.resolve(page);
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return (page.endsWith(".java") ? JAVADOC : MARKDOWN).matcher(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        Assumptions.assumeTrue(compiler != null, "a Java without a compiler runs this test");
        String classes = System.getProperty("java.class.path");
        assertThat(compiler.run(null, null, null, "-proc:none", "-cp", classes, source.toString()))
                .as("errors of the compiler")
                .isZero();
    }

    /** What the example says, run in the folder. */
    private String run() throws Exception {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        "Example")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        return said.strip();
    }
}
