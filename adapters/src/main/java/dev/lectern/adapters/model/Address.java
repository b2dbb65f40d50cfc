package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Hosts;
import dev.lectern.check.ProblemsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The base URL of an endpoint, as a user gives it.
 *
 * @param query what stands behind every path there, with its question mark; mostly empty
 */
record Address(String base, String query) {
    private static final Pattern HOST_WITH_UNDERSCORE = Pattern.compile("(?i)^https?://[^/]*_");

    /** Ends that people copy along with the address. */
    private static final List<String> PATHS = List.of("/chat/completions", "/messages", "/embeddings", "/models");

    /** @throws ProblemsException if the text is no address to call */
    static Address of(String text, String where) {
        String base = stripped(text.strip());
        for (String path : PATHS) {
            base = base.endsWith(path) ? stripped(base.substring(0, base.length() - path.length())) : base;
        }
        URI uri;
        try {
            uri = new URI(base);
        } catch (URISyntaxException e) {
            throw new ProblemsException("'" + text + "' is no address", where, "write it so: https://host/v1");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        if (uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new ProblemsException(
                    "the address holds a name, a key or a query",
                    where,
                    "give the address alone and put the key into an environment variable");
        } else if (uri.getHost() == null && HOST_WITH_UNDERSCORE.matcher(base).find()) {
            throw new ProblemsException(
                    "'" + text + "' has an underscore in its host's name, which Java takes for no host",
                    where,
                    "use another name of that machine, or its number: http://127.0.0.1:8000/v1");
        } else if (!scheme.matches("(?i)https?") || uri.getHost() == null) {
            throw new ProblemsException("'" + text + "' is no address", where, "write it so: https://host/v1");
        }
        return new Address(base, "");
    }

    /** The same place with a query behind every path. */
    Address asking(String name, String value) {
        return new Address(base, "?" + name + "=" + value);
    }

    Address below(String path) {
        return new Address(base + path, query);
    }

    URI at(String path) {
        return URI.create(base + path + query);
    }

    String host() {
        return Optional.ofNullable(URI.create(base).getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Host and port, as far as one is said: several servers may run on one host. */
    String authority() {
        return Optional.ofNullable(URI.create(base).getRawAuthority()).orElse("");
    }

    /** Whether the address is this machine's own, where servers rarely want a key. */
    boolean isLoopback() {
        return Hosts.isLoopback(host());
    }

    boolean namesVersion() {
        return base.matches(".*/v\\d+[a-z0-9]*(/.*)?");
    }

    private static String stripped(String base) {
        return base.replaceAll("/+$", "");
    }
}
