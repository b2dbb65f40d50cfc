package dev.lectern.bench.calls;

import dev.lectern.testkit.Counts;
import dev.lectern.testkit.Faults;
import dev.lectern.testkit.Faults.Kind;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Faults of all kinds, adaptive control on: no call is lost, all say the same as without faults, at hardly less speed. */
final class Faulty implements Scenario {
    private static final Faults FAULTS = Faults.of(
            7, Map.of(Kind.BUSY, .05, Kind.BROKEN, .02, Kind.DROPPED, .01, Kind.CUT, .01, Kind.BROKEN_JSON, .01));

    /** A single pair takes seconds, and whether the last call fails three times in a row is chance: the middle one of so many tells. */
    private static final int PAIRS = 5;

    /** One load, and what the server saw of it. */
    private record Seen(OneLoad.Told told, Counts counts) {}

    private record Pair(Seen clean, Seen faulty) {
        double share() {
            return faulty.told.perSecond() / clean.told.perSecond();
        }

        boolean same() {
            return clean.told.digest().equals(faulty.told.digest());
        }
    }

    @Override
    public void run(Bench bench) throws Exception {
        int calls = bench.calls() / 2;
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Seen clean = load(bench, calls, Faults.NONE);
            Seen faulty = load(bench, calls, FAULTS);
            pairs.add(new Pair(clean, faulty));
        }
        List<Double> shares = pairs.stream()
                .map(pair -> Math.round(pair.share() * 1000) / 1000.0)
                .toList();
        Pair middle = pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::share))
                .toList()
                .get(PAIRS / 2);
        bench.said(
                "faults",
                Map.of(
                        "calls", calls,
                        "lost",
                                pairs.stream()
                                        .mapToInt(pair -> calls - pair.faulty.told.answered())
                                        .sum(),
                        "same_answers", pairs.stream().allMatch(Pair::same),
                        "per_second_without", middle.clean.told.perSecond(),
                        "per_second_with", middle.faulty.told.perSecond(),
                        "share_of_throughput", middle.share(),
                        "share_of_each_pair", shares,
                        "paid_twice",
                                pairs.stream()
                                        .mapToLong(pair -> pair.faulty.counts.paidTwice())
                                        .sum(),
                        "refused", middle.faulty.counts.refused(),
                        "limit_in_the_end", middle.faulty.told.limit()));
    }

    private static Seen load(Bench bench, int calls, Faults faults) throws Exception {
        ModelServer.Settings settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withDelay(bench.latencyMillis())
                .withFaults(faults);
        Path folder = Files.createTempDirectory("lectern-calls");
        try (ServerProcess server = ServerProcess.start(settings)) {
            return new Seen(bench.load("layer-json", server, 0, calls, folder), server.counts());
        } finally {
            Bench.delete(folder);
        }
    }
}
