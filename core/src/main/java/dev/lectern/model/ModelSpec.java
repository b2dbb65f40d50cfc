package dev.lectern.model;

import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A model as a user names it: {@code openai:gpt-5-mini}, or {@code http://host/v1#name} for whatever speaks OpenAI's language.
 *
 * @param base the address, where it was given with the name
 */
public record ModelSpec(String provider, Optional<String> base, String name) {
    /**
     * @param where the option or setting that holds the text
     * @param known providers that can be opened
     * @throws ProblemsException if the text names no model of a known provider
     */
    public static ModelSpec parse(String text, String where, TreeSet<String> known) {
        if (text.startsWith("http://") || text.startsWith("https://")) {
            int hash = text.lastIndexOf('#');
            if (hash < 0 || hash == text.length() - 1) {
                throw new ProblemsException(
                        "'" + text + "' names no model", where, "write it so: " + strip(text) + "#NAME");
            }
            return new ModelSpec("openai", Optional.of(text.substring(0, hash)), text.substring(hash + 1));
        }
        int colon = text.indexOf(':');
        String provider = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String name = text.substring(colon + 1).strip();
        if (known.contains(provider) && !name.isEmpty()) {
            return new ModelSpec(provider, Optional.empty(), name);
        }
        throw new ProblemsException(List.of(problem(text, provider, where, known)));
    }

    private static Problem problem(String text, String provider, String where, TreeSet<String> known) {
        if (provider.isEmpty() || known.contains(provider)) {
            return new Problem(
                    "'" + text + "' is no model", where, "write it so: PROVIDER:NAME, such as openai:gpt-5-mini");
        }
        String hint = Nearest.to(provider, known)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("");
        return new Problem(
                "the provider '" + provider + "' is not known", where, "known: " + String.join(", ", known) + hint);
    }

    private static String strip(String address) {
        return address.endsWith("#") ? address.substring(0, address.length() - 1) : address;
    }
}
