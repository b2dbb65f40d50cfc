package dev.lectern.bench.calls;

import dev.lectern.bench.ManyDocuments;
import dev.lectern.testkit.Counts;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A limit of calls stops a build before it is crossed; raised, the build goes on and repeats nothing. */
final class Budgeted implements Scenario {
    private static final int IN_FLIGHT = 64;
    private static final int LIMIT = 500;
    /** Documents enough for some 2,000 calls. */
    private static final int DOCUMENTS = 32;

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = Files.createTempDirectory("lectern-calls");
        Path documents = folder.resolve("documents");
        ModelServer.Settings settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withDelay(bench.latencyMillis());
        try (ServerProcess server = ServerProcess.start(settings)) {
            ManyDocuments.make(DOCUMENTS, bench.handbook(), documents);
            int stopped = bench.build(documents, folder.resolve("out"), server, IN_FLIGHT, LIMIT)
                    .waitFor();
            int seen = server.counts().requests();
            int ended = bench.build(documents, folder.resolve("out"), server, IN_FLIGHT, 1_000_000)
                    .waitFor();
            Counts counts = server.counts();
            bench.said(
                    "budget",
                    Map.of(
                            "limit", LIMIT,
                            "seen", seen,
                            "exit_status", stopped,
                            "exit_status_when_raised", ended,
                            "calls", counts.requests(),
                            "repeated", counts.paidTwice()));
        } finally {
            Bench.delete(folder);
        }
    }
}
