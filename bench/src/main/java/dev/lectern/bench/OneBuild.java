package dev.lectern.bench;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.engine.Progress;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * One build in this process, which then tells of itself in one line of JSON. {@code OneBuild OUT SOURCE…}; {@link BuildBench}
 * starts it.
 */
public final class OneBuild {
    private OneBuild() {}

    /**
     * What a build said of itself.
     *
     * @param heapMiB the most that the heap ever held, garbage included
     * @param residentMiB the most that the process ever held in memory; 0 where the system does not tell
     * @param stages seconds of each stage, added up over threads; of the reading, from beginning to end
     */
    public record Told(
            long documents, long passages, long rows, long heapMiB, long residentMiB, Map<String, Double> stages) {}

    public static void main(String[] args) throws IOException {
        Map<String, Double> stages = new ConcurrentSkipListMap<>();
        Path[] sources = Arrays.stream(args).skip(1).map(Path::of).toArray(Path[]::new);
        Lectern build = Lectern.into(Path.of(args[0])).documents(sources).recipe("extractive");
        Result result = Lectern.build(build.options(), event -> {
            if (event instanceof Progress.Ended ended && ended.stage().equals("read")) {
                stages.put("read", ended.took().toMillis() / 1e3);
            }
        });
        result.report().stages().forEach(stage -> stages.put(stage.name(), stage.seconds()));
        Told told = new Told(
                result.report().documents(),
                result.report().passages(),
                result.report().samples().accepted(),
                heap() >> 20,
                Resident.mostMiB(),
                stages);
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.line(told));
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
