package dev.lectern.bench.learn;

import com.sun.management.OperatingSystemMXBean;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.bench.Resident;
import dev.lectern.engine.Progress;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A whole build with the recipe equal, which then tells of itself in one line of JSON: {@code EqualBuild FOLDER BASE-URL SHARE POLICY}. The
 * folder holds documents and a target; the build goes to {@code out} in it.
 */
final class EqualBuild {
    private static final int A_ROUND = 32;

    private EqualBuild() {}

    /**
     * What a build said of itself. Seconds count from the beginning.
     *
     * @param readS the documents are read, {@code vectorsS} have vectors, {@code firstS} the first round is closed
     * @param roundMs the median of the other rounds, their calls included, and the longest
     * @param roundCpuMs processor time of the median round, whatever else the machine does
     */
    record Told(
            long passages,
            int rounds,
            double readS,
            double vectorsS,
            double firstS,
            double allS,
            double roundMs,
            double worstRoundMs,
            double roundCpuMs,
            long calls,
            long rows,
            long residentMiB,
            long vectorsMiB) {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long began = System.nanoTime();
        ConcurrentLinkedQueue<Double> rounds = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Double> processor = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Map.Entry<String, Double>> ended = new ConcurrentLinkedQueue<>();
        Lectern build = Lectern.into(folder.resolve("out"))
                .documents(folder.resolve("documents"))
                .target(folder.resolve("target.jsonl").toString())
                .recipe("equal")
                .select(args[3])
                .set("pick-clusters.passages-per-round=" + A_ROUND)
                .set("pick-clusters.share=" + args[2])
                .set("pick-clusters.patience=0")
                .model("writer", "openai:test-model")
                .model("embedder", "openai:test-model-" + MadeUp.DIMENSIONS)
                .baseUrl(args[1])
                .environment(Map.of("OPENAI_API_KEY", "sk-test"));
        Result result = Lectern.build(build.options(), event -> {
            double now = (System.nanoTime() - began) / 1e9;
            if (event instanceof Progress.Ended end) {
                ended.add(Map.entry(end.stage(), now));
            } else if (event instanceof Progress.Noted noted && noted.what().startsWith("round {0}")) {
                rounds.add(now);
                processor.add(processorSeconds());
            }
        });
        double all = (System.nanoTime() - began) / 1e9;
        List<Double> closed = List.copyOf(rounds);
        double[] took = sortedGaps(closed);
        double[] worked = sortedGaps(List.copyOf(processor));
        Told told = new Told(
                result.report().passages(),
                closed.size(),
                first("read", ended).orElse(0.0),
                first("pick-clusters", ended).orElse(0.0),
                closed.getFirst(),
                all,
                took[took.length / 2],
                took[took.length - 1],
                worked[worked.length / 2],
                result.report().calls().made(),
                result.report().samples().accepted(),
                Resident.mostMiB(),
                Files.size(folder.resolve("out/run/corpus/vectors")) >> 20);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.line(told));
    }

    /** Milliseconds between each and the next, the least first. */
    private static double[] sortedGaps(List<Double> seconds) {
        double[] gaps = new double[seconds.size() - 1];
        Arrays.setAll(gaps, i -> 1e3 * (seconds.get(i + 1) - seconds.get(i)));
        Arrays.sort(gaps);
        return gaps;
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }

    private static Optional<Double> first(String stage, ConcurrentLinkedQueue<Map.Entry<String, Double>> ended) {
        return ended.stream()
                .filter(end -> end.getKey().equals(stage))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
