package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.Lectern;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sources and output folders that can't be used: what, where, how to fix, and nothing that lies there is touched. */
@Timeout(120)
class PlacesTest {
    @TempDir
    private Path folder;

    private Path documents;

    @BeforeEach
    void someDocuments() throws IOException {
        documents = Files.createDirectories(folder.resolve("documents"));
        Files.copy(Examples.english().resolve("sensors.md"), documents.resolve("sensors.md"));
    }

    @Test
    void aSecondProcessInTheFolderIsRefusedAndTheFirstUnharmed() throws Exception {
        Path out = folder.resolve("out");
        try (OtherProcess first = OtherProcess.build(out, "Ended read", documents)) {
            first.awaitMoment();
            assertSays(only(problems(out, documents)), "another process", out.toString(), "choose another folder");
            assertThat(first.goOn()).isZero();
        }
        Dataset undisturbed = new Dataset(build(folder.resolve("undisturbed"), documents));
        assertThat(new Dataset(out).bytes()).isEqualTo(undisturbed.bytes());
    }

    @Test
    void aSecondBuildInTheSameProcessIsRefusedToo() {
        Path out = folder.resolve("out");
        List<Problem> second = new ArrayList<>();
        Lectern.build(
                Lectern.into(out).documents(documents).recipe("extractive").options(), event -> {
                    if (second.isEmpty()) {
                        second.addAll(problems(out, documents));
                    }
                });
        assertSays(only(second), "another process", out.toString(), "choose another folder");
    }

    @Test
    void aFolderOfAnotherRecipeIsLeftAsItIs() throws IOException {
        Path out = build(folder.resolve("out"), documents);
        Path other = folder.resolve("other.yaml");
        Files.writeString(other, "name: other\ndraw: all-documents\neach:\n  - ask-from-structure\n");
        SortedMap<String, String> before = everything(out);
        List<Problem> problems = problems(Lectern.into(out).documents(documents).recipe(other.toString()));
        assertSays(only(problems), "'extractive', not of 'other'", out.toString(), "--recipe extractive");
        assertThat(everything(out)).isEqualTo(before);
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAsItIs() throws IOException {
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.tex"), "years of work");
        Files.writeString(Files.createDirectory(foreign.resolve("run")).resolve("marathon.txt"), "4:12");
        SortedMap<String, String> before = everything(foreign);
        assertSays(
                only(problems(foreign, documents)), "not empty", foreign.toString(), "choose a new or an empty folder");
        assertThat(everything(foreign)).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeMadeIsAProblem() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        Path below = file.resolve("out");
        assertSays(only(problems(below, documents)), "cannot write", below.toString(), "choose a folder");
        assertSays(only(problems(file, documents)), "'" + file + "' is a file", "--output", "name a folder");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    void aFolderWithoutPermissionIsAProblem() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("closed"));
        Assumptions.assumeTrue(closed.toFile().setWritable(false), "permissions cannot be taken away here");
        Assumptions.assumeFalse(Files.isWritable(closed), "whoever runs this test may write everywhere");
        assertSays(only(problems(closed, documents)), "cannot write", closed.toString(), "choose a folder");
    }

    @Test
    void allThatIsWrongWithPlacesIsSaidAtOnce() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path missing = folder.resolve("handbok");
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        List<Problem> problems = problems(file, missing, empty);
        assertThat(problems).hasSize(3);
        assertThat(problems).anySatisfy(p -> assertSays(p, "is a file", "--output", "name a folder"));
        assertThat(problems)
                .anySatisfy(p -> assertSays(p, "no such file or folder", missing.toString(), "check the spelling"));
        assertThat(problems).anySatisfy(p -> assertSays(p, "no file to read", empty.toString(), "put documents there"));
        assertThat(everything(folder)).containsOnlyKeys("documents/sensors.md", "file");
    }

    @Test
    void aSourceInWhichNothingCanBeReadNamesEveryFile() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Files.write(pictures.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        Files.writeString(pictures.resolve("empty.md"), "");
        List<Problem> problems = problems(folder.resolve("out"), pictures);
        assertThat(problems).extracting(Problem::where).containsExactlyInAnyOrder("a.png", "empty.md");
        assertThat(problems).allSatisfy(p -> assertThat(p.what()).isNotBlank());
    }

    private static Path build(Path output, Path source) {
        return Lectern.into(output)
                .documents(source)
                .recipe("extractive")
                .build()
                .folder();
    }

    private static List<Problem> problems(Path output, Path... sources) {
        return problems(Lectern.into(output).documents(sources).recipe("extractive"));
    }

    private static List<Problem> problems(Lectern build) {
        ProblemsException thrown = catchThrowableOfType(ProblemsException.class, build::build);
        assertThat(thrown).as("the build ends with problems").isNotNull();
        return thrown.problems();
    }

    private static Problem only(List<Problem> problems) {
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    private static void assertSays(Problem problem, String what, String where, String fix) {
        assertThat(problem.what()).contains(what);
        assertThat(problem.where()).contains(where);
        assertThat(problem.fix()).contains(fix);
    }

    /** Every file and its content, but for the lock's, which is empty. */
    private static SortedMap<String, String> everything(Path root) throws IOException {
        SortedMap<String, String> all = new TreeMap<>();
        for (Path file : Examples.files(root)) {
            all.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all;
    }
}
