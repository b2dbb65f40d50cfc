package dev.lectern.adapters.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.adapters.wire.HttpCall;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The search engines that ship: where they are, how they are asked and where the hits stand in what they answer. */
enum EngineKind {
    SEARXNG("", List.of(), "/results", "url", "title") {
        @Override
        HttpCall call(String base, String query, int page, Optional<String> key) {
            return get(base + "/search?format=json&pageno=" + page + "&q=" + encoded(query), "", key);
        }
    },
    BRAVE(
            "https://api.search.brave.com/res/v1/web/search",
            List.of("BRAVE_API_KEY", "BRAVE_SEARCH_API_KEY"),
            "/web/results",
            "url",
            "title") {
        @Override
        HttpCall call(String base, String query, int page, Optional<String> key) {
            return get(
                    base + "?count=" + HITS + "&offset=" + (page - 1) + "&q=" + encoded(query),
                    "X-Subscription-Token",
                    key);
        }
    },
    TAVILY("https://api.tavily.com/search", List.of("TAVILY_API_KEY"), "/results", "url", "title") {
        /** It has no second page of results. */
        @Override
        HttpCall call(String base, String query, int page, Optional<String> key) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("query", query).put("max_results", HITS);
            return post(base, body, "Authorization", key.map(value -> "Bearer " + value));
        }

        @Override
        boolean hasPage(int page) {
            return page == 1;
        }
    },
    SERPER("https://google.serper.dev/search", List.of("SERPER_API_KEY"), "/organic", "link", "title") {
        @Override
        HttpCall call(String base, String query, int page, Optional<String> key) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.put("q", query).put("num", HITS).put("page", page);
            return post(base, body, "X-API-KEY", key);
        }
    },
    BING(
            "https://api.bing.microsoft.com/v7.0/search",
            List.of("BING_SEARCH_V7_SUBSCRIPTION_KEY", "BING_API_KEY"),
            "/webPages/value",
            "url",
            "name") {
        @Override
        HttpCall call(String base, String query, int page, Optional<String> key) {
            return get(
                    base + "?count=" + HITS + "&offset=" + HITS * (page - 1) + "&q=" + encoded(query),
                    "Ocp-Apim-Subscription-Key",
                    key);
        }
    };

    /** Hits on a page of results. */
    private static final int HITS = 10;

    private final String base;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> keyVariables;

    private final String hits;
    private final String url;
    private final String title;

    EngineKind(String base, List<String> keyVariables, String hits, String url, String title) {
        this.base = base;
        this.keyVariables = keyVariables;
        this.hits = hits;
        this.url = url;
        this.title = title;
    }

    abstract HttpCall call(String base, String query, int page, Optional<String> key);

    /** Whether it has so many pages of results at all. */
    boolean hasPage(int page) {
        return page >= 1;
    }

    String typed() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where it is; empty text for one that everybody runs for themselves. */
    String base() {
        return base;
    }

    List<String> keyVariables() {
        return keyVariables;
    }

    /** Where in an answer the list of hits stands, as a JSON pointer. */
    String hits() {
        return hits;
    }

    String url() {
        return url;
    }

    String title() {
        return title;
    }

    private static HttpCall get(String address, String header, Optional<String> key) {
        return HttpCall.get(URI.create(address), headers(header, key));
    }

    private static HttpCall post(String address, ObjectNode body, String header, Optional<String> key) {
        return HttpCall.post(URI.create(address), headers(header, key), body.toString());
    }

    private static SortedMap<String, String> headers(String header, Optional<String> key) {
        SortedMap<String, String> headers = new TreeMap<>();
        headers.put("Accept", "application/json");
        key.filter(value -> !header.isEmpty()).ifPresent(value -> headers.put(header, value));
        return headers;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
