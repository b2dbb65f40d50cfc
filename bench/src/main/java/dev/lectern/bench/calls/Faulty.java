package dev.lectern.bench.calls;

import dev.lectern.testkit.Counts;
import dev.lectern.testkit.Faults;
import dev.lectern.testkit.Faults.Kind;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Faults of all kinds, adaptive control on: no call is lost, all say the same as without faults, at hardly less speed. */
final class Faulty implements Scenario {
    private static final Faults FAULTS = Faults.of(
            7, Map.of(Kind.BUSY, .05, Kind.BROKEN, .02, Kind.DROPPED, .01, Kind.CUT, .01, Kind.BROKEN_JSON, .01));

    /** One load, and what the server saw of it. */
    private record Seen(OneLoad.Told told, Counts counts) {}

    @Override
    public void run(Bench bench) throws Exception {
        int calls = bench.calls() / 2;
        Seen clean = load(bench, calls, Faults.NONE);
        Seen faulty = load(bench, calls, FAULTS);
        bench.said(
                "faults",
                Map.of(
                        "calls", calls,
                        "lost", calls - faulty.told.answered(),
                        "same_answers", clean.told.digest().equals(faulty.told.digest()),
                        "per_second_without", clean.told.perSecond(),
                        "per_second_with", faulty.told.perSecond(),
                        "share_of_throughput", faulty.told.perSecond() / clean.told.perSecond(),
                        "paid_twice", faulty.counts.paidTwice(),
                        "refused", faulty.counts.refused(),
                        "limit_in_the_end", faulty.told.limit()));
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
