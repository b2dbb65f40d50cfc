package dev.lectern.bench.calls;

import dev.lectern.bench.ManyDocuments;
import dev.lectern.testkit.Counts;
import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** {@code kill -9} at random moments of one build, restarted each time: what is paid twice, and are the rows the same in the end? */
final class Killed implements Scenario {
    private static final int KILLS = 10;
    private static final int IN_FLIGHT = 64;

    /** Documents enough for some 5,000 calls. */
    private static final int DOCUMENTS = 80;

    @Override
    public void run(Bench bench) throws Exception {
        Path folder = Files.createTempDirectory("lectern-calls");
        ModelServer.Settings settings = ModelServer.Settings.sensible()
                .withPort(ServerProcess.freePort())
                .withDelay(bench.latencyMillis());
        try {
            ManyDocuments.make(DOCUMENTS, bench.handbook(), folder.resolve("documents"));
            Counts undisturbed;
            try (ServerProcess server = ServerProcess.start(settings)) {
                finish(bench, folder, "undisturbed", server);
                undisturbed = server.counts();
            }
            try (ServerProcess server = ServerProcess.start(settings)) {
                kill(bench, folder, server, undisturbed.answered());
                int inFlight = server.counts().untaken();
                finish(bench, folder, "killed", server);
                bench.said(
                        "killed",
                        Map.of(
                                "calls",
                                undisturbed.answered(),
                                "kills",
                                KILLS,
                                "in_flight_at_most",
                                KILLS * IN_FLIGHT,
                                "in_flight",
                                inFlight,
                                "paid_twice",
                                server.counts().paidTwice(),
                                "same_bytes",
                                Bench.digest(folder.resolve("killed"))
                                        .equals(Bench.digest(folder.resolve("undisturbed")))));
            }
        } finally {
            Bench.delete(folder);
        }
    }

    private static void finish(Bench bench, Path folder, String out, ServerProcess server) throws Exception {
        int status = bench.build(folder.resolve("documents"), folder.resolve(out), server, IN_FLIGHT, 0)
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("the build ended with " + status);
        }
    }

    private static void kill(Bench bench, Path folder, ServerProcess server, int calls) throws Exception {
        Random random = new Random(20);
        int[] moments = random.ints(KILLS, 1, calls).sorted().toArray();
        for (int moment : moments) {
            Process process = bench.build(folder.resolve("documents"), folder.resolve("killed"), server, IN_FLIGHT, 0);
            while (process.isAlive() && server.counts().answered() < moment) {
                Thread.sleep(2);
            }
            // Not at the very moment of an answer: replies come in waves, and that would be the worst of all.
            Thread.sleep(random.nextInt(bench.latencyMillis()));
            process.destroyForcibly().waitFor();
        }
    }
}
