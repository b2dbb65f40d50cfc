package dev.lectern.bench.learn;

import dev.lectern.testkit.ModelServer;
import dev.lectern.testkit.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The program itself on a corpus of very many passages, in a process of little memory, beside a model server in another: embedding, clusters
 * and rounds; then the same command once more. Prints a line of JSON for each.
 */
final class ProductScale {
    private ProductScale() {}

    /** @param args empty folder, how many passages, heap (1g), rounds (40), pairs of the target (40), policy (tuned) */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Path.of(args[0]);
        int passages = Integer.parseInt(args[1]);
        String heap = args.length > 2 ? args[2] : "1g";
        int rounds = args.length > 3 ? Integer.parseInt(args[3]) : 40;
        int pairs = args.length > 4 ? Integer.parseInt(args[4]) : 40;
        String policy = args.length > 5 ? args[5] : "tuned";
        ManyPassages.write(folder, passages, pairs);
        String share = String.format(Locale.ROOT, "%.7f", 32.0 * rounds / passages);
        ModelServer.Settings settings = ModelServer.Settings.sensible().withPort(ServerProcess.freePort());
        try (ServerProcess server = ServerProcess.start(settings)) {
            for (int i = 0; i < 2; i++) {
                List<String> words = List.of(
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "--add-modules",
                        "jdk.incubator.vector",
                        EqualBuild.class.getName(),
                        folder.toString(),
                        server.baseUrl(),
                        share,
                        policy);
                int status = ServerProcess.java(words).inheritIO().start().waitFor();
                if (status != 0) {
                    throw new IllegalStateException("the build ended with " + status);
                }
            }
        }
    }
}
