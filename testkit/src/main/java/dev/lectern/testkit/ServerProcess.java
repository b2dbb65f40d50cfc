package dev.lectern.testkit;

import dev.lectern.text.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A {@link ModelServer} in a process of its own, always at the same address, as a provider is. */
public final class ServerProcess implements AutoCloseable {
    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProcess(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    public String baseUrl() {
        return baseUrl(port);
    }

    public int port() {
        return port;
    }

    /** A port of this machine that nobody uses just now. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts it and waits until it answers. The settings must name a port. */
    public static ServerProcess start(ModelServer.Settings settings) throws IOException, InterruptedException {
        Process process = java(List.of(ModelServer.class.getName(), Json.line(settings)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        ServerProcess server = new ServerProcess(settings.port(), process);
        for (int i = 0; i < 300; i++) {
            try {
                server.counts();
                return server;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the model server did not come up");
    }

    /** A Java process with this one's class path. */
    public static ProcessBuilder java(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    public static String baseUrl(int port) {
        return "http://127.0.0.1:" + port + "/v1";
    }

    public Counts counts() throws IOException, InterruptedException {
        return Json.read(get("/counts"), Counts.class);
    }

    /** From so many answers on, replies are held back until {@link #release}: to kill a client at a known moment. */
    public void holdAfter(int answers) throws IOException, InterruptedException {
        get("/hold-after/" + answers);
    }

    /** Lets all replies go that were held back. */
    public void release() throws IOException, InterruptedException {
        get("/release");
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        stop();
    }

    /** Suddenly, as a power cut would. */
    public void stop() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
