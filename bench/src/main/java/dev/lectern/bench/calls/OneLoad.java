package dev.lectern.bench.calls;

import dev.lectern.bench.Resident;
import dev.lectern.text.Json;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One load in this process, which then tells of itself in one line of JSON. {@code OneLoad KIND BASE-URL CALLS IN-FLIGHT FOLDER};
 * {@link CallsBench} starts it.
 */
public final class OneLoad {
    private OneLoad() {}

    /**
     * What a load took.
     *
     * @param digest of all answers in the order of their questions
     * @param limit in flight in the end
     * @param seconds from the first call to the last reply, Java's start left out
     * @param cpuMillis of all threads of this process in that time, per call
     * @param residentMib the most that the process ever held in memory
     */
    public record Told(int answered, String digest, int limit, double seconds, double cpuMillis, long residentMib) {
        double perSecond() {
            return answered / seconds;
        }
    }

    public static void main(String[] args) throws Exception {
        Load load = switch (args[0]) {
            case "socket" -> new SocketClient();
            case "plain" -> new PlainClient();
            case "layer" -> new LayerClient(Path.of(args[4]), false);
            case "layer-json" -> new LayerClient(Path.of(args[4]), true);
            default -> throw new IllegalArgumentException(args[0]);
        };
        int calls = Integer.parseInt(args[2]);
        long cpu = cpuNanos();
        long began = System.nanoTime();
        Load.Answers answers = load.run(args[1], calls, Integer.parseInt(args[3]));
        double seconds = (System.nanoTime() - began) / 1e9;
        Told told = new Told(
                answers.answered(),
                answers.digest(),
                answers.limit(),
                seconds,
                (cpuNanos() - cpu) / 1e6 / calls,
                Resident.mostMiB());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Json.line(told));
        System.exit(0);
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
