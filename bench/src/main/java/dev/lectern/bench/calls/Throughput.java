package dev.lectern.bench.calls;

import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Calls a second with so many in flight, beside what the server and a bare client reach in the same run. */
final class Throughput implements Scenario {
    @Override
    public void run(Bench bench) throws Exception {
        for (int inFlight : bench.inFlight()) {
            OneLoad.Told socket = load(bench, "socket", inFlight);
            OneLoad.Told plain = load(bench, "plain", inFlight);
            OneLoad.Told layer = load(bench, "layer", inFlight);
            double latency = inFlight * 1000.0 / bench.latencyMillis();
            double reachable = Math.min(latency, Math.max(socket.perSecond(), plain.perSecond()));
            bench.said(
                    "throughput",
                    Map.of(
                            "in_flight",
                            inFlight,
                            "share_of_reachable",
                            layer.perSecond() / reachable,
                            "share_of_plain_client",
                            layer.perSecond() / plain.perSecond(),
                            "peak_mib",
                            layer.residentMib(),
                            "cpu_ms_per_call",
                            layer.cpuMillis()));
        }
        load(bench, "layer", 0);
    }

    private static OneLoad.Told load(Bench bench, String kind, int inFlight) throws Exception {
        ModelServer.Settings settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withDelay(bench.latencyMillis());
        Path folder = Files.createTempDirectory("lectern-calls");
        try (ServerProcess server = ServerProcess.start(settings)) {
            OneLoad.Told told = bench.load(kind, server, inFlight, bench.calls(), folder);
            bench.said(
                    kind,
                    Map.of(
                            "in_flight",
                            inFlight,
                            "per_second",
                            told.perSecond(),
                            "cpu_ms_per_call",
                            told.cpuMillis(),
                            "peak_mib",
                            told.residentMib(),
                            "answered",
                            told.answered(),
                            "most_in_flight",
                            server.counts().mostInFlight()));
            return told;
        } finally {
            Bench.delete(folder);
        }
    }
}
