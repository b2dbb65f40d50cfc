package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.engine.RunFolder;
import dev.lectern.model.ReplyStore;
import dev.lectern.report.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Bad days of a run folder: replies that are no use, two processes, a damaged store, a disk that is full. Nothing is paid for twice. */
@DisabledOnOs(OS.WINDOWS)
class TroubledRunTest {
    private static final int IN_FLIGHT = 8;

    private final Path folder;
    private final Path documents;
    private final ModelServer.Settings settings;

    TroubledRunTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.documents = folder.resolve("documents");
        this.settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withRules(new Rules(1, 0));
    }

    @BeforeEach
    void writeDocuments() throws IOException {
        Files.createDirectories(documents);
        for (String thing : List.of("boiler", "turbine", "valve", "pump")) {
            StringBuilder text = new StringBuilder("# The " + thing + " of the mill\n");
            for (int part = 1; part <= 3; part++) {
                text.append("\n## Part " + part + " of the " + thing + "\n\n");
                for (String of :
                        List.of("rebuilt by the guild", "checked by two apprentices", "paid for by the board")) {
                    text.append("Ring " + part + " of the " + thing + " was " + of + " before the first frost. ");
                }
                text.append('\n');
            }
            Files.writeString(documents.resolve(thing + ".md"), text.toString());
        }
    }

    @Test
    void whatFailedIsListedByCauseAndARetryDrawsItAnewAndNothingElse() throws Exception {
        Path out = folder.resolve("out");
        Faults filter = Faults.of(3, 0.3, Faults.Kind.FILTERED);
        try (ServerProcess server = ServerProcess.start(settings.withFaults(filter))) {
            assertThat(build(out).status()).isEqualTo(3);
            int calls = server.counts().requests();
            assertThat(build(out).status()).isEqualTo(3);
            assertThat(server.counts().requests())
                    .as("a stored no is not asked again")
                    .isEqualTo(calls);
        }
        Failures failures = Failures.of(out);
        assertThat(failures.failed()).isNotEmpty();
        assertThat(failures.calls()).hasSize((int) Failures.count(failures.failed()));
        try (ReplyStore replies = SqliteReplyStore.open(out.resolve("run/replies.db"))) {
            assertThat(failures.calls()).allMatch(replies::retire);
        }
        try (ServerProcess server = ServerProcess.start(settings)) {
            EndedProcess again = build(out);
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(again.summary().path("samples").path("failed").asInt()).isZero();
            assertThat(server.counts().requests())
                    .isGreaterThanOrEqualTo(failures.calls().size());
            assertThat(server.counts().distinct()).isEqualTo(server.counts().requests());
        }
        assertThat(Failures.of(out).failed()).isEmpty();
    }

    @Test
    void aSecondProcessInTheFolderEndsWithAClearErrorAndCallsNobody() throws Exception {
        Path out = folder.resolve("out");
        try (ServerProcess server = ServerProcess.start(settings);
                RunFolder mine = RunFolder.open(out, "grounded")) {
            EndedProcess second = build(mine.root());
            assertThat(second.status()).isEqualTo(2);
            assertThat(second.err()).contains("another process is at work in the output folder");
            assertThat(server.counts().requests()).isZero();
        }
    }

    @Test
    void aDamagedStoreEndsTheRunBeforeAnyCallAndIsLeftAsItIs() throws Exception {
        Path out = folder.resolve("out");
        Path file = out.resolve("run/replies.db");
        try (ServerProcess server = ServerProcess.start(settings)) {
            assertThat(build(out).status()).isZero();
            int calls = server.counts().requests();
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            EndedProcess broken = build(out);
            assertThat(broken.status()).isEqualTo(2);
            assertThat(broken.err()).contains("replies.db", "it is damaged");
            assertThat(Files.size(file)).isEqualTo(bytes.length / 2);
            Files.write(file, bytes);
            assertThat(build(out).status()).isZero();
            assertThat(server.counts().requests()).isEqualTo(calls);
        }
    }

    @Test
    void aDiskThatIsFullInMidRunStopsItAndTheNextRunPaysForNothingTwice() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
                .as("a small disk of memory may be mounted here")
                .isZero();
        try (ServerProcess server = ServerProcess.start(settings.withDelay(40))) {
            Path out = disk.resolve("out");
            Process process = program(out).start();
            while (process.isAlive() && server.counts().answered() < 10) {
                Thread.sleep(2);
            }
            Path filler = disk.resolve("filler");
            fill(filler);
            EndedProcess full = EndedProcess.of(process);
            // Whichever file meets the full disk first: the store's, and the rest is held, or a file of the engine's,
            // which ends the run.
            if (full.status() == 3) {
                assertThat(full.summary().path("samples").path("held").asInt()).isPositive();
            } else {
                assertThat(full.status()).isNotZero();
                assertThat(full.err()).contains("No space left");
            }
            Files.delete(filler);
            EndedProcess again = build(out);
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(server.counts().requests()).isEqualTo(server.counts().distinct());
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] some = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (; ; ) {
                out.write(some);
            }
        } catch (IOException full) {
            assertThat(Files.size(file)).isPositive();
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private EndedProcess build(Path out) throws Exception {
        return EndedProcess.of(program(out).start());
    }

    private ProcessBuilder program(Path out) {
        return ServerProcess.java(List.of(
                "-XX:TieredStopAtLevel=1",
                BuildProcess.class.getName(),
                documents.toString(),
                out.toString(),
                ServerProcess.baseUrl(settings.port()),
                "sk-test",
                Integer.toString(IN_FLIGHT)));
    }
}
