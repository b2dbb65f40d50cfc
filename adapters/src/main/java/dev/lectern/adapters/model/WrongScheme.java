package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Proxies;
import dev.lectern.adapters.wire.Speech;
import dev.lectern.check.Problem;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** An address that begins with https:// where the server speaks plain HTTP, or with http:// where it speaks TLS. */
public final class WrongScheme {
    private WrongScheme() {}

    /**
     * Asks the server, which takes some seconds where it says nothing.
     *
     * @param base an address; what is none has nothing wrong with it here, nor what lies behind a proxy
     * @param where named in the problem
     */
    public static Optional<Problem> of(String base, String where, Map<String, String> environment) {
        boolean address = base.matches("(?i)https?://.*");
        return address && new Proxies(environment).saidFor(URI.create(base)).isEmpty()
                ? of(base, where)
                : Optional.empty();
    }

    /** The same for an address that no proxy lies before. */
    static Optional<Problem> of(String base, String where) {
        boolean safe = base.regionMatches(true, 0, "https:", 0, "https:".length());
        Speech speech = Speech.of(URI.create(base));
        if (speech == (safe ? Speech.PLAIN : Speech.TLS)) {
            String right = (safe ? "http" : "https") + base.substring(base.indexOf(':'));
            return Optional.of(new Problem(
                    safe
                            ? "this server speaks plain HTTP, and its address begins with https://"
                            : "this server speaks TLS, and its address begins with http://",
                    where,
                    "write the address so: " + right));
        }
        return Optional.empty();
    }
}
