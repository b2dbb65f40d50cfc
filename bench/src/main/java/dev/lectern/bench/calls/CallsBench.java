package dev.lectern.bench.calls;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Model calls against a server in a process of its own. {@code CallsBench [--calls N] [--latency MS] [--in-flight N,N] --handbook FOLDER [SCENARIO…]}; without a
 * scenario, all of them.
 */
public final class CallsBench {
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("throughput", new Throughput());
        SCENARIOS.put("faults", new Faulty());
        SCENARIOS.put("overload", new Overload());
        SCENARIOS.put("killed", new Killed());
        SCENARIOS.put("budget", new Budgeted());
    }

    private CallsBench() {}

    public static void main(String[] args) throws Exception {
        int calls = 20_000;
        int latency = 200;
        List<Integer> inFlight = List.of(64, 256, 2000);
        Path handbook = Path.of("examples/handbook-en");
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--calls" -> calls = Integer.parseInt(args[++i]);
                case "--latency" -> latency = Integer.parseInt(args[++i]);
                case "--in-flight" ->
                    inFlight = Stream.of(args[++i].split(",", -1))
                            .map(Integer::valueOf)
                            .toList();
                case "--handbook" -> handbook = Path.of(args[++i]);
                default -> chosen.add(args[i]);
            }
        }
        Bench bench = new Bench(calls, latency, inFlight, handbook);
        for (String name : chosen.isEmpty() ? List.copyOf(SCENARIOS.keySet()) : chosen) {
            SCENARIOS
                    .getOrDefault(name, unknown -> {
                        throw new IllegalArgumentException(name + " is none of " + SCENARIOS.keySet());
                    })
                    .run(bench);
        }
    }
}
