package dev.lectern.adapters.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Picks the way to an address, and shares it among all who go there. */
public final class Wires {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Map<String, Wire> known = new ConcurrentHashMap<>();
    private final Proxies proxies;

    /** @param environment which names the proxies */
    public Wires(Map<String, String> environment) {
        this.proxies = new Proxies(environment);
    }

    public Proxies proxies() {
        return proxies;
    }

    /** @throws dev.lectern.check.ProblemsException if the proxy on the way is none that can be used */
    public Wire to(URI uri) {
        Optional<Proxies.Proxy> proxy = proxies.of(uri);
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && proxy.isEmpty();
        return known.computeIfAbsent(
                plain ? uri.getRawAuthority() : "JDK " + proxy,
                way -> plain ? new SocketWire(CONNECT) : new JdkWire(CONNECT, proxy));
    }
}
