package dev.lectern.laws;

import dev.lectern.Lectern;
import dev.lectern.engine.Progress;
import dev.lectern.options.BuildOptions;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A build in a process of its own that stops where it is told to and waits there: for a line to go on, or for its end. So a
 * process can be killed at a known moment without sleeping.
 */
final class OtherProcess implements AutoCloseable {
    private static final String HERE = "here";

    private final Process process;
    private final BufferedReader said;

    private OtherProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Builds into a folder, in another process.
     *
     * @param stopAt an event of the build, {@code Advanced read 3} or {@code Ended cap-shares}; "" for none
     */
    static OtherProcess build(Path output, String stopAt, Path... sources) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                output.toString(),
                stopAt));
        for (Path source : sources) {
            words.add(source.toString());
        }
        return new OtherProcess(new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until the build has come to the moment it stops at. */
    OtherProcess awaitMoment() throws IOException {
        String line = said.readLine();
        if (!HERE.equals(line)) {
            throw new IllegalStateException("the other process never came to its moment; it said: " + line);
        }
        return this;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets the build go on; the answer is its exit status. */
    int goOn() throws IOException, InterruptedException {
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
        return process.waitFor(60, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] args) {
        Path[] sources = new Path[args.length - 2];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = Path.of(args[i + 2]);
        }
        BuildOptions options = Lectern.into(Path.of(args[0]))
                .documents(sources)
                .recipe("extractive")
                .threads(1)
                .options();
        Lectern.build(options, event -> {
            if (name(event).equals(args[1])) {
                say(HERE);
                await();
            }
        });
    }

    private static String name(Progress.Event event) {
        return switch (event) {
            case Progress.Advanced advanced -> "Advanced " + advanced.stage() + " " + advanced.done();
            case Progress.Started started -> "Started " + started.stage();
            case Progress.Ended ended -> "Ended " + ended.stage();
            case Progress.Noted noted -> "";
        };
    }

    private static void say(String line) {
        try {
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await() {
        try {
            if (System.in.read() < 0) {
                throw new IllegalStateException("who started this process is gone");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
