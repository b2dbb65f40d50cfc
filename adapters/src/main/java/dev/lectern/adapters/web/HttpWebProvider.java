package dev.lectern.adapters.web;

import dev.lectern.adapters.read.PageText;
import dev.lectern.adapters.wire.Wires;
import dev.lectern.check.Nearest;
import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Document;
import dev.lectern.web.Fetched;
import dev.lectern.web.SearchEngine;
import dev.lectern.web.WebProvider;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The web over HTTP: the engines that ship, and pages. */
public final class HttpWebProvider implements WebProvider {
    @Override
    public SearchEngine engine(String spec, Map<String, String> environment) {
        int colon = spec.indexOf(':');
        String name = (colon < 0 ? spec : spec.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        List<String> names =
                Arrays.stream(EngineKind.values()).map(EngineKind::typed).toList();
        EngineKind kind = Arrays.stream(EngineKind.values())
                .filter(each -> each.typed().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        "there is no search engine '" + name + "'", "--search", Nearest.hint(name, names)));
        String base = colon < 0 ? kind.base() : spec.substring(colon + 1).strip();
        if (base.isEmpty()) {
            throw new ProblemsException(
                    "the search engine '" + name + "' needs an address",
                    "--search",
                    "write --search " + name + ":https://search.example.org");
        }
        return new HttpSearchEngine(kind, address(base), key(kind, colon >= 0, environment), new Wires(environment));
    }

    @Override
    public Pages pages(Map<String, String> environment) {
        return new PageFetcher(new Wires(environment));
    }

    @Override
    public Optional<Document> document(Fetched.Page page) {
        return PageText.document(page.url(), page.type(), page.body());
    }

    private static URI address(String base) {
        try {
            URI uri = URI.create(base.replaceFirst("/+$", ""));
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ProblemsException(
                "'" + base + "' is no web address", "--search", "write --search searxng:http://host:port");
    }

    /** An engine at an address of the user's own may want no key. */
    private static Optional<String> key(EngineKind kind, boolean ownAddress, Map<String, String> environment) {
        Optional<String> key = kind.keyVariables().stream()
                .map(variable -> environment.getOrDefault(variable, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
        if (key.isEmpty() && !kind.keyVariables().isEmpty() && !ownAddress) {
            String variable = kind.keyVariables().getFirst();
            throw new ProblemsException(
                    "the key of the search engine '" + kind.typed() + "' is missing",
                    "--search",
                    "set the environment variable " + variable);
        }
        return key;
    }
}
