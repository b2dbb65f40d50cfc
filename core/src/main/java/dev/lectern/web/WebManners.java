package dev.lectern.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which pages are read and which are not.
 *
 * @param allowHosts where not empty, no others; {@code example.org} allows {@code www.example.org} too
 * @param skipHosts never; the part of a name between dots or a whole name: {@code youtube} and {@code youtube.com} skip
 *     {@code www.youtube.com}
 * @param privateHosts names or addresses, with or without a port, that are fetched though they lie in a private network; all others
 *     there are refused
 * @param timeout for a page with all its redirects
 * @param mostBytes larger pages are refused
 */
public record WebManners(
        List<String> allowHosts, List<String> skipHosts, List<String> privateHosts, Duration timeout, long mostBytes) {
    public WebManners {
        allowHosts = lower(allowHosts);
        skipHosts = lower(skipHosts);
        privateHosts = lower(privateHosts);
    }

    /** Why the address is not to be read; empty if it may be. */
    public Optional<String> against(URI uri) {
        String host = host(uri);
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (host.isEmpty() || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.of("no web address");
        } else if (skipHosts.stream()
                .anyMatch(skipped -> isOf(host, skipped) || ("." + host + ".").contains("." + skipped + "."))) {
            return Optional.of("host is on the skip list");
        } else if (!allowHosts.isEmpty() && allowHosts.stream().noneMatch(allowed -> isOf(host, allowed))) {
            return Optional.of("host is not on the allow list");
        }
        return Optional.empty();
    }

    /** Whether the address may lie in a private network. */
    public boolean allowsPrivate(URI uri) {
        String host = host(uri);
        return privateHosts.contains(host) || privateHosts.contains(host + ":" + uri.getPort());
    }

    private static String host(URI uri) {
        return Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static boolean isOf(String host, String name) {
        return host.equals(name) || host.endsWith("." + name);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    }
}
