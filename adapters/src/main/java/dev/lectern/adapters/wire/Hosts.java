package dev.lectern.adapters.wire;

/** What a host's name tells. */
public final class Hosts {
    private Hosts() {}

    /** Whether it is this machine's own, where servers rarely want a key and no proxy stands between. */
    public static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]");
    }
}
