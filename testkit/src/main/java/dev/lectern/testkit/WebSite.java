package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Exchange;
import dev.lectern.testkit.http.LoopServer;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Words;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A site on this machine's own address and a search engine that finds its pages, in the language of SearXNG at {@code /search}. Pages are
 * found by the words they share with the query; what is planted first comes first among equals.
 */
public final class WebSite implements AutoCloseable {
    private static final int HITS_A_PAGE = 10;

    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final LoopServer http;

    /** What stands at a path. */
    private interface Page {
        void send(Exchange exchange);

        /** By which words the engine finds it. */
        String words();
    }

    private WebSite() {
        http = LoopServer.start(0, this::answer);
    }

    /** A site without a page. */
    public static WebSite open() {
        return new WebSite();
    }

    public String base() {
        return "http://127.0.0.1:" + http.port();
    }

    /** How often a path was asked for. */
    public int asked(String path) {
        return asked.getOrDefault(path, 0);
    }

    /** How often anything was asked for. */
    public int asked() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A page of text in the midst of what surrounds text. */
    public WebSite page(String path, String title, String text) {
        return raw(path, 200, "text/html; charset=utf-8", html(title, text).getBytes(StandardCharsets.UTF_8), text);
    }

    /** The same in another encoding, which the header names. */
    public WebSite page(String path, String title, String text, Charset charset) {
        return raw(
                path,
                200,
                "text/html; charset=" + charset.name(),
                html(title, text).getBytes(charset),
                text);
    }

    /**
     * Whatever there is to send.
     *
     * @param words by which it is found
     */
    public WebSite raw(String path, int status, String type, byte[] body, String words) {
        return put(path, words, exchange -> exchange.send(status, type, body));
    }

    /** Leads elsewhere. */
    public WebSite redirect(String path, String to, String words) {
        return put(path, words, exchange -> exchange.header("Location", to).send(302, "text/plain", new byte[0]));
    }

    /** A page that begins and ends in the middle. */
    public WebSite broken(String path, String words) {
        return put(
                path,
                words,
                exchange -> exchange.sendCut(200, "text/html", html("x", words).getBytes(StandardCharsets.UTF_8), 10));
    }

    private WebSite put(String path, String words, Consumer<Exchange> send) {
        pages.put(path, new Page() {
            @Override
            public void send(Exchange exchange) {
                send.accept(exchange);
            }

            @Override
            public String words() {
                return words;
            }
        });
        return this;
    }

    private static String html(String title, String text) {
        return "<!doctype html><html><head><title>" + title
                + "</title></head><body><nav><a href='/'>Home</a></nav><main><h1>" + title
                + "</h1>"
                + Arrays.stream(text.split("\n"))
                        .map(line -> "<p>" + line + "</p>")
                        .reduce("", String::concat)
                + "</main><footer>All rights reserved</footer></body></html>";
    }

    private void answer(Request request, Exchange exchange) {
        asked.merge(request.path(), 1, Integer::sum);
        if (request.path().equals("/search")) {
            exchange.send(200, "application/json", results(request).toString().getBytes(StandardCharsets.UTF_8));
            return;
        }
        Page page = pages.get(request.path());
        if (page == null) {
            exchange.send(404, "text/html", "<p>nothing here</p>".getBytes(StandardCharsets.UTF_8));
        } else {
            page.send(exchange);
        }
    }

    private ObjectNode results(Request request) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : request.target().replaceFirst(".*\\?", "").split("&", -1)) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        Set<String> wanted = new HashSet<>(Words.of(parameters.getOrDefault("q", "")));
        record Found(String path, long shared) {}
        List<Found> found = new ArrayList<>();
        pages.forEach((path, page) -> found.add(new Found(
                path,
                Words.of(page.words()).stream()
                        .distinct()
                        .filter(wanted::contains)
                        .count())));
        int page = Integer.parseInt(parameters.getOrDefault("pageno", "1"));
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        ArrayNode results = reply.putArray("results");
        found.stream()
                .filter(each -> each.shared > 0)
                .sorted(Comparator.comparingLong((Found each) -> -each.shared))
                .skip((long) HITS_A_PAGE * (page - 1))
                .limit(HITS_A_PAGE)
                .forEach(each ->
                        results.addObject().put("url", base() + each.path).put("title", each.path));
        return reply;
    }

    @Override
    public void close() {
        http.close();
    }
}
