package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The recipe grounded from documents to data files, in one process, the model in another: outages, faults and sudden death. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class GroundedBuildTest {
    private static final int IN_FLIGHT = 16;
    private static final int KILLS = 3;

    private final Path folder;
    private final Path documents;
    private ModelServer.Settings settings;

    GroundedBuildTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.documents = folder.resolve("documents");
        this.settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withRules(new Rules(1, 0.2));
    }

    @BeforeEach
    void writeDocuments() throws IOException {
        MillDocuments.write(documents);
    }

    @Test
    void callsAreTrulyInFlightAndASecondRunMakesNone() throws Exception {
        try (ServerProcess server = ServerProcess.start(settings)) {
            Path out = folder.resolve("out");
            server.holdAfter(IN_FLIGHT);
            Process process = program(out).start();
            while (process.isAlive() && server.counts().inFlight() < IN_FLIGHT) {
                Thread.sleep(5);
            }
            server.release();
            EndedProcess first = EndedProcess.of(process);
            assertThat(first.status()).as(first.err()).isZero();
            assertThat(first.summary().path("samples").path("accepted").asInt()).isPositive();
            assertThat(server.counts().mostInFlight()).isEqualTo(IN_FLIGHT);
            Map<String, String> bytes = bytes(out);
            int calls = server.counts().requests();
            assertThat(first.summary().path("calls").path("made").asInt()).isEqualTo(calls);

            EndedProcess second = build(out);
            assertThat(second.status()).as(second.err()).isZero();
            assertThat(server.counts().requests()).isEqualTo(calls);
            assertThat(second.summary().path("calls").path("made").asInt()).isZero();
            assertThat(bytes(out)).isEqualTo(bytes);
            everyQuoteStandsWhereItSays(out);
        }
    }

    @Test
    void killedAtRandomMomentsItEndsWithTheSameBytesAndPaysTwiceAtMostWhatTheServerHadInFlight() throws Exception {
        Map<String, String> clean;
        int cleanCalls;
        try (ServerProcess server = ServerProcess.start(settings)) {
            assertThat(build(folder.resolve("clean")).status()).isZero();
            clean = bytes(folder.resolve("clean"));
            cleanCalls = server.counts().requests();
        }
        Random moments = new Random(20);
        Path out = folder.resolve("killed");
        try (ServerProcess server = ServerProcess.start(settings)) {
            for (int kill = 0; kill < KILLS; kill++) {
                int at = server.counts().answered() + 1 + moments.nextInt(cleanCalls / 4);
                server.holdAfter(at);
                Process process = program(out).start();
                while (process.isAlive() && server.counts().answered() < at) {
                    Thread.sleep(5);
                }
                assertThat(process.destroyForcibly().waitFor())
                        .as("killed, not ended")
                        .isEqualTo(137);
                // What was in flight is answered and paid for all the same, though nobody is there to hear it.
                server.release();
            }
            EndedProcess last = build(out);
            assertThat(last.status()).as(last.err()).isZero();
            assertThat(server.counts().requests()).isBetween(cleanCalls, cleanCalls + KILLS * IN_FLIGHT);
            int inFlight = server.counts().untaken();
            assertThat(inFlight).isBetween(1, KILLS * IN_FLIGHT);
            assertThat(server.counts().paidTwice()).isLessThanOrEqualTo(inFlight);
        }
        assertThat(bytes(out)).isEqualTo(clean);
    }

    @Test
    void faultsOnTheWireChangeNothingButTime() throws Exception {
        Path out = folder.resolve("out");
        try (ServerProcess server = ServerProcess.start(settings)) {
            assertThat(build(folder.resolve("clean")).status()).isZero();
            assertThat(server.counts().requests()).isPositive();
        }
        try (ServerProcess server = ServerProcess.start(settings.withFaults(Faults.of(5, 0.15, Faults.PASSING)))) {
            EndedProcess ended = build(out);
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.summary().path("calls").path("retried").asInt()).isPositive();
            assertThat(server.counts().requests()).isGreaterThan(server.counts().distinct());
        }
        assertThat(bytes(out)).isEqualTo(bytes(folder.resolve("clean")));
    }

    @Test
    void anOutageInMidRunHoldsTheRestAndTheNextRunGoesOn() throws Exception {
        Path out = folder.resolve("out");
        EndedProcess cut;
        try (ServerProcess server = ServerProcess.start(settings)) {
            server.holdAfter(20);
            Process process = program(out).start();
            while (process.isAlive() && server.counts().answered() < 20) {
                Thread.sleep(5);
            }
            server.stop();
            cut = EndedProcess.of(process);
        }
        assertThat(cut.status()).as(cut.err()).isEqualTo(3);
        assertThat(cut.summary().path("samples").path("held").asInt()).isPositive();
        assertThat(cut.summary().path("partial").asBoolean()).isTrue();
        try (ServerProcess server = ServerProcess.start(settings)) {
            assertThat(build(out).status()).isZero();
            int rest = server.counts().requests();
            assertThat(build(folder.resolve("clean")).status()).isZero();
            assertThat(rest).isPositive().isLessThan(server.counts().requests() - rest);
        }
        assertThat(bytes(out)).isEqualTo(bytes(folder.resolve("clean")));
    }

    @Test
    void theLimitOfCallsStopsTheRunAndAHigherOneGoesOn() throws Exception {
        Path out = folder.resolve("out");
        try (ServerProcess server = ServerProcess.start(settings)) {
            EndedProcess stopped = build(out, "30");
            assertThat(stopped.status()).as(stopped.err()).isEqualTo(4);
            assertThat(server.counts().requests()).isEqualTo(30);
            assertThat(build(out, "10000").status()).isZero();
            int calls = server.counts().requests();
            assertThat(server.counts().paidTwice()).isZero();
            assertThat(build(folder.resolve("clean")).status()).isZero();
            int cleanCalls = server.counts().requests() - calls;
            // What the small budget had answered may turn out to be a copy of what is asked later.
            assertThat(calls).isBetween(cleanCalls, cleanCalls + 30);
        }
        assertThat(bytes(out)).isEqualTo(bytes(folder.resolve("clean")));
    }

    @Test
    void aWrongKeyAndADeadEndpointEndBeforeAnyWork() throws Exception {
        Path out = folder.resolve("out");
        EndedProcess dead = build(out);
        assertThat(dead.status()).isEqualTo(2);
        assertThat(dead.err()).contains("nothing answers there").contains(ServerProcess.baseUrl(settings.port()));
        try (ServerProcess server = ServerProcess.start(settings.withKey("right"))) {
            EndedProcess wrong = build(out);
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.err()).contains("OPENAI_API_KEY").doesNotContain("sk-wrong");
            assertThat(server.counts().requests()).isEqualTo(1);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("sk-wrong");
            }
        }
    }

    @Test
    void repliesThatAreNoJsonFailAndKeepTheRawReply() throws Exception {
        Path out = folder.resolve("out");
        Faults garbage = Faults.of(1, 1, Faults.Kind.OTHER_JSON);
        try (ServerProcess server = ServerProcess.start(settings.withFaults(garbage))) {
            EndedProcess ended = build(out);
            assertThat(ended.status()).as(ended.err()).isEqualTo(3);
            assertThat(ended.summary().path("samples").path("failed").asInt()).isPositive();
            assertThat(ended.summary().path("samples").path("accepted").asInt()).isZero();
            assertThat(Files.readAllLines(out.resolve("failed.jsonl")))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).contains("result"));
            assertThat(server.counts().answered()).isZero();
        }
    }

    private static void everyQuoteStandsWhereItSays(Path out) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var in = new GZIPInputStream(Files.newInputStream(out.resolve("documents.jsonl.gz")))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                JsonNode document = Json.read(line, JsonNode.class);
                texts.put(document.path("id").asText(), document.path("text").asText());
            });
        }
        List<String> languages = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("samples.jsonl"))) {
            JsonNode sample = Json.read(line, JsonNode.class);
            languages.add(sample.path("language").asText());
            assertThat(sample.path("evidence")).isNotEmpty();
            for (JsonNode quote : sample.path("evidence")) {
                String text = texts.getOrDefault(quote.path("document").asText(), "");
                assertThat(text.substring(
                                quote.path("start").asInt(), quote.path("end").asInt()))
                        .isEqualTo(quote.path("quote").asText());
            }
        }
        assertThat(languages).contains("en", "zh");
    }

    private EndedProcess build(Path out, String... more) throws Exception {
        return EndedProcess.of(program(out, more).start());
    }

    private ProcessBuilder program(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "-XX:TieredStopAtLevel=1",
                BuildProcess.class.getName(),
                documents.toString(),
                out.toString(),
                ServerProcess.baseUrl(settings.port()),
                "sk-wrong-0123456789",
                Integer.toString(IN_FLIGHT)));
        arguments.addAll(List.of(more));
        return ServerProcess.java(arguments);
    }

    /** What must be equal byte for byte when a run is complete. */
    private static Map<String, String> bytes(Path out) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(out.relativize(file).toString(), Files.readString(file));
            }
        }
        for (String name : List.of("samples.jsonl", "dropped.jsonl", "dataset_info.json")) {
            bytes.put(name, Files.readString(out.resolve(name)));
        }
        return bytes;
    }
}
