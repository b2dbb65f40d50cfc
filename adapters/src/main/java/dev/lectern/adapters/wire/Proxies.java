package dev.lectern.adapters.wire;

import dev.lectern.check.ProblemsException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The proxies that the environment names, as other tools read it: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY in any case. */
public final class Proxies {
    private final SortedMap<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Proxies(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (!value.isBlank() && name.toLowerCase(Locale.ROOT).endsWith("_proxy")) {
                this.environment.put(name, value.strip());
            }
        });
    }

    /**
     * A proxy.
     *
     * @param variable that named it
     * @param user name and password with a colon between; empty text if it wants none
     */
    record Proxy(String variable, String host, int port, String user) {
        ProxySelector selector() {
            return ProxySelector.of(InetSocketAddress.createUnresolved(host, port));
        }

        Optional<String> authorization() {
            return user.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }

        /** Without the password. */
        @Override
        public String toString() {
            return host + ":" + port + " (" + variable + ")";
        }
    }

    /** The proxy on the way to an address, for people: host, port and the variable that named it. */
    public Optional<String> saidFor(URI uri) {
        return of(uri).map(Proxy::toString);
    }

    /** @throws ProblemsException if the proxy on the way to the address is none that can be used */
    Optional<Proxy> of(URI uri) {
        String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (Hosts.isLoopback(host) || isDirect(host, uri.getPort())) {
            return Optional.empty();
        }
        String own = uri.getScheme() + "_proxy";
        String variable = environment.containsKey(own) ? own : "all_proxy";
        return Optional.ofNullable(environment.get(variable))
                .map(text -> proxy(variable.toUpperCase(Locale.ROOT), text));
    }

    private boolean isDirect(String host, int port) {
        return Arrays.stream(environment.getOrDefault("no_proxy", "").split("[,\\s]+"))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> {
                    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
                    String bare = name.startsWith(".") ? name.substring(1) : name;
                    return entry.equals("*")
                            || host.equals(bare)
                            || (host + ":" + port).equals(bare)
                            || host.endsWith("." + bare);
                });
    }

    private static Proxy proxy(String variable, String text) {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw unusable(variable, "it is no address");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (uri.getHost() == null) {
            throw unusable(variable, "it is no address");
        } else if (!scheme.equals("http")) {
            throw unusable(variable, "proxies by " + scheme + ":// are not supported");
        }
        return new Proxy(
                variable,
                uri.getHost(),
                uri.getPort() < 0 ? 80 : uri.getPort(),
                Optional.ofNullable(uri.getUserInfo()).orElse(""));
    }

    /** Says nothing of the value: it may hold a password. */
    private static ProblemsException unusable(String variable, String why) {
        return new ProblemsException(
                "the proxy can't be used: " + why,
                "environment variable " + variable,
                "write it so: http://host:port, or add the model's host to NO_PROXY");
    }
}
