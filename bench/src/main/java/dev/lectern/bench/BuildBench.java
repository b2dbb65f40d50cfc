package dev.lectern.bench;

import dev.lectern.text.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole build over folders, each time in a new process and a new folder, with the heap capped: wall time from the start of
 * Java to its end, passages a second, rows, memory. {@code BuildBench [--times N] [--heap 1g] SOURCE…}
 */
public final class BuildBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BuildBench() {}

    private record Run(double seconds, OneBuild.Told told) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int times = 3;
        String heap = "1g";
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--times" -> times = Integer.parseInt(args[++i]);
                case "--heap" -> heap = args[++i];
                default -> sources.add(args[i]);
            }
        }
        measure(times, heap, sources);
    }

    /** Measures and prints: a line per run, then the one in the middle by time with its stages. */
    static void measure(int times, String heap, List<String> sources) throws IOException, InterruptedException {
        OUT.printf(
                "%d builds of %s, -Xmx%s, %d cores, Java %s%n",
                times,
                String.join(" ", sources),
                heap,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().feature());
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            runs.add(run(heap, sources));
            print(runs.getLast());
        }
        Run median = runs.stream()
                .sorted(Comparator.comparing(Run::seconds))
                .toList()
                .get(times / 2);
        OUT.print("median: ");
        print(median);
        OUT.println("  of which " + median.told.stages());
    }

    private static void print(Run run) {
        OneBuild.Told told = run.told;
        OUT.printf(
                "%.1f s, %d documents, %d passages (%.0f a second), %d rows, heap at most %d MiB, process at most %d MiB%n",
                run.seconds,
                told.documents(),
                told.passages(),
                told.passages() / run.seconds,
                told.rows(),
                told.heapMiB(),
                told.residentMiB());
    }

    private static Run run(String heap, List<String> sources) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lectern-bench");
        Path said = folder.resolve("said.json");
        List<String> words = new ArrayList<>(Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                OneBuild.class.getName(),
                folder.resolve("out").toString()));
        words.addAll(sources);
        try {
            long began = System.nanoTime();
            int status = new ProcessBuilder(words)
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (status != 0) {
                throw new IllegalStateException("the build ended with " + status);
            }
            return new Run(seconds, Json.read(Files.readString(said), OneBuild.Told.class));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
