package dev.lectern.bench.calls;

import dev.lectern.testkit.Counts;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server that takes so many at once and refuses the rest without a word of when to come again: is its number found? */
final class Overload implements Scenario {
    private static final int ALLOWED = 20;
    /** The first part of a run is for finding out. */
    private static final double WARM_UP = 0.25;

    @Override
    public void run(Bench bench) throws Exception {
        ModelServer.Settings settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withDelay(bench.latencyMillis())
                .withMostInFlight(ALLOWED);
        Path folder = Files.createTempDirectory("lectern-calls");
        int calls = bench.calls() / 4;
        try (ServerProcess server = ServerProcess.start(settings)) {
            OneLoad.Told told = bench.load("layer", server, 0, calls, folder);
            List<Counts.Second> all = server.counts().seconds();
            List<Counts.Second> warm = all.subList((int) (all.size() * WARM_UP), all.size());
            double requests = warm.stream().mapToInt(Counts.Second::requests).sum();
            bench.said(
                    "overload",
                    Map.of(
                            "calls",
                            calls,
                            "lost",
                            calls - told.answered(),
                            "allowed",
                            ALLOWED,
                            "limit_in_the_end",
                            told.limit(),
                            "refused_after_warm_up",
                            warm.stream().mapToInt(Counts.Second::busy).sum() / requests,
                            "share_of_reachable",
                            told.perSecond() / (ALLOWED * 1000.0 / bench.latencyMillis())));
        } finally {
            Bench.delete(folder);
        }
    }
}
