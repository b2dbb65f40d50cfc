package dev.lectern.bench.calls;

import dev.lectern.testkit.ServerProcess;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What all scenarios of a run share.
 *
 * @param calls so many per load
 * @param latencyMillis of the server
 * @param handbook pages that documents for whole builds are made of
 */
record Bench(int calls, int latencyMillis, List<Integer> inFlight, Path handbook) {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** Prints one line of JSON. */
    void said(String what, Map<String, ?> figures) {
        Map<String, Object> line = new TreeMap<>();
        figures.forEach(
                (name, value) -> line.put(name, value instanceof Double d ? Math.round(d * 1000) / 1000.0 : value));
        OUT.println(what + " " + Json.line(line));
    }

    /** Loads the server from a process of its own. */
    OneLoad.Told load(String kind, ServerProcess server, int inFlight, int howMany, Path folder) throws Exception {
        List<String> arguments = new ArrayList<>(clientOptions());
        arguments.addAll(List.of(
                OneLoad.class.getName(), kind, server.baseUrl(), "" + howMany, "" + inFlight, folder.toString()));
        Path said = folder.resolve("said.json");
        int status = ServerProcess.java(arguments)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("the load ended with " + status);
        }
        return Json.read(Files.readString(said), OneLoad.Told.class);
    }

    /** Starts a build with the recipe grounded in a process of its own. */
    Process build(Path documents, Path out, ServerProcess server, int inFlight, long maxCalls) throws IOException {
        List<String> arguments = new ArrayList<>(clientOptions());
        arguments.addAll(List.of(
                GroundedBuild.class.getName(),
                documents.toString(),
                out.toString(),
                server.baseUrl(),
                "" + inFlight,
                "" + maxCalls));
        return ServerProcess.java(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** All rows of a finished build as one digest. */
    static String digest(Path out) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(out.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(out.relativize(file)).append(Hash.sha256(Files.readAllBytes(file)));
            }
        }
        for (String name : List.of("samples.jsonl", "dropped.jsonl")) {
            all.append(Hash.sha256(Files.readAllBytes(out.resolve(name))));
        }
        return Hash.id(all.toString());
    }

    /** Those that the launcher gives to a paid build; others from {@code LECTERN_BENCH_JAVA}, such as a profiler's. */
    private static List<String> clientOptions() {
        String options = System.getenv().getOrDefault("LECTERN_BENCH_JAVA", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        return Stream.of(options.split(" ", -1)).filter(o -> !o.isEmpty()).toList();
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
