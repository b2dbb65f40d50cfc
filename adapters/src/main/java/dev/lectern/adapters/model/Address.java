package dev.lectern.adapters.model;

import dev.lectern.check.ProblemsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** The base URL of an endpoint, as a user gives it. */
record Address(String base) {
    private static final String CHAT = "/chat/completions";

    /** @throws ProblemsException if the text is no address to call */
    static Address of(String text, String where) {
        String base = stripped(text.strip());
        base = base.endsWith(CHAT) ? stripped(base.substring(0, base.length() - CHAT.length())) : base;
        URI uri;
        try {
            uri = new URI(base);
        } catch (URISyntaxException e) {
            throw new ProblemsException("'" + text + "' is no address", where, "write it so: https://host/v1");
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("");
        if (!scheme.matches("(?i)https?") || uri.getHost() == null) {
            throw new ProblemsException("'" + text + "' is no address", where, "write it so: https://host/v1");
        } else if (uri.getUserInfo() != null || uri.getQuery() != null) {
            throw new ProblemsException(
                    "the address holds a name, a key or a query",
                    where,
                    "give the address alone and put the key into OPENAI_API_KEY");
        }
        return new Address(base);
    }

    URI chat() {
        return URI.create(base + CHAT);
    }

    /** Whether the address is this machine's own, where servers rarely want a key. */
    boolean isLoopback() {
        String host = Optional.ofNullable(URI.create(base).getHost()).orElse("").toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]");
    }

    boolean namesVersion() {
        return base.matches(".*/v\\d+[a-z0-9]*(/.*)?");
    }

    private static String stripped(String base) {
        return base.replaceAll("/+$", "");
    }
}
