package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with a Java and a Maven that only write down what they were asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path temp;

    private Path house;
    private Path mavenLog;

    @BeforeEach
    void makeHouse() throws IOException {
        house = Files.createDirectories(temp.resolve("a house with spaces"));
        mavenLog = temp.resolve("maven.log");
        Files.copy(Path.of(System.getProperty("lectern.root"), "lectern"), house.resolve("lectern"));
        for (String module : List.of("core", "adapters", "app")) {
            Path source = Files.createDirectories(house.resolve(module + "/src/main/java"));
            Files.writeString(source.resolve("A.java"), "class A {}");
            old(Files.writeString(house.resolve(module + "/pom.xml"), "<project/>"));
            old(source.resolve("A.java"));
            old(source);
            old(house.resolve(module + "/src/main"));
        }
        old(Files.writeString(house.resolve("pom.xml"), "<project/>"));
        script("jdk/bin/java", "printf 'java'; for a in \"$@\"; do printf ' [%s]' \"$a\"; done; echo");
        script("jdk/bin/javac", "exit 0");
        Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        maven("mkdir -p \"$house/app/target\"; echo jar > \"$house/app/target/lectern.jar\"");
    }

    @Test
    void buildsOnFirstUseWithOneLineAndThenRuns() throws Exception {
        Ran ran = run("explain", "a run", "x");
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("lectern: building");
        assertThat(ran.out())
                .contains("[dev.lectern.app.Main] [explain] [a run] [x]")
                .contains(house + "/app/target/lectern.jar");
        assertThat(ran.status()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void buildsAgainOnlyWhenASourceChanged() throws Exception {
        run("--version");
        assertThat(run("--version").err()).isEmpty();
        assertThat(builds()).isEqualTo(1);
        Files.setLastModifiedTime(
                house.resolve("core/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        run("--version");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void runsThroughALinkFromAnywhere() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("link"), Path.of("../a house with spaces/lectern"));
        Ran ran = start(elsewhere, List.of("./link", "--version"), "en").end();
        assertThat(ran.out()).contains("[--version]");
        assertThat(ran.status()).isZero();
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        maven("sleep 1; mkdir -p \"$house/app/target\"; echo jar > \"$house/app/target/lectern.jar\"");
        Running first = start(temp, List.of(house.resolve("lectern").toString(), "--version"), "en");
        Running second = start(temp, List.of(house.resolve("lectern").toString(), "--version"), "en");
        assertThat(first.end().out()).contains("[--version]");
        assertThat(second.end().out()).contains("[--version]");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aLockWhoseOwnerIsGoneDoesNotStopAnyone() throws Exception {
        Files.createDirectories(house.resolve("app/target"));
        Files.createSymbolicLink(house.resolve("app/target/lectern.lock"), Path.of("pid:99999999"));
        assertThat(run("--version").status()).isZero();
        assertThat(house.resolve("app/target/lectern.lock")).doesNotExist();
    }

    @Test
    void whatIsWrongWithTheBuildIsShown() throws Exception {
        maven("echo '[INFO] noise'; echo '[ERROR] A.java:[3,1] cannot find symbol'; exit 1");
        Ran ran = run("--version");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("cannot find symbol", "the build failed").doesNotContain("noise");
    }

    @Test
    void withoutAJavaThatIsNewEnoughOneSentenceSaysWhatToInstall() throws Exception {
        Path launcher = house.resolve("lectern");
        Files.writeString(launcher, Files.readString(launcher).replace("OLDEST=21", "OLDEST=99"));
        Ran ran = start(temp, List.of(launcher.toString(), "--version"), "").end();
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains("no Java 99 or newer", "Temurin");
    }

    @Test
    void aJavaThatWasNamedAndWillNotDoIsSaidSoInTheUsersLanguage() throws Exception {
        Files.writeString(temp.resolve("jdk/release"), "JAVA_VERSION=\"17.0.2\"\n");
        Ran english = run("--version");
        assertThat(english.status()).isEqualTo(2);
        assertThat(english.err()).contains("LECTERN_JAVA", "no Java 21 or newer");
        assertThat(start(temp, List.of(house.resolve("lectern").toString()), "zh")
                        .end()
                        .err())
                .contains("没有 Java 21 或更新的版本");
    }

    @Test
    void shortCommandsStartFastAndBuildsRunAtFullSpeed() throws Exception {
        assertThat(run("--version").out()).contains("TieredStopAtLevel=1");
        assertThat(run("build", "docs").out())
                .doesNotContain("TieredStopAtLevel")
                .doesNotContain("AOT");
    }

    @Test
    void choosingDocumentsWorksOnWholeRegistersWhereJavaCan() throws Exception {
        String[] words = {"build", "docs", "--recipe", "equal", "--model", "m"};
        assertThat(run(words).out()).doesNotContain("incubator");
        Files.writeString(
                temp.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
        assertThat(run(words).out())
                .contains("[--add-modules] [jdk.incubator.vector]")
                .doesNotContain("TieredStopAtLevel");
        assertThat(run("build", "docs", "--model", "m").out())
                .contains("TieredStopAtLevel=1")
                .doesNotContain("incubator");
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private void maven(String body) throws IOException {
        script("bin/mvn", "echo \"$@\" >> '" + mavenLog + "'\nhouse='" + house + "'\n" + body);
    }

    private void script(String name, String body) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(temp.resolve("bin"));
        Files.createDirectories(temp.resolve("jdk/bin"));
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(mavenLog).stream()
                .filter(line -> line.contains("package"))
                .count();
    }

    private Ran run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(house.resolve("lectern").toString()));
        command.addAll(List.of(arguments));
        return start(temp, command, "en").end();
    }

    /** @param language of messages; empty to look for Java as a bare machine would */
    private Running start(Path folder, List<String> command, String language) throws IOException {
        Path out = Files.createTempFile(temp, "out", "");
        Path err = Files.createTempFile(temp, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("PATH", temp.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("LECTERN_LANG", language.isEmpty() ? "en" : language);
        builder.environment().remove("JAVA_HOME");
        if (!language.isEmpty()) {
            builder.environment().put("LECTERN_JAVA", temp.resolve("jdk").toString());
        }
        return new Running(builder.start(), out, err);
    }

    private record Running(Process process, Path out, Path err) {
        Ran end() throws Exception {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ran(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    private record Ran(int status, String out, String err) {}
}
