package dev.lectern.adapters.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.adapters.wire.HttpCall;
import dev.lectern.adapters.wire.Intake;
import dev.lectern.adapters.wire.Wires;
import dev.lectern.check.Problem;
import dev.lectern.model.ModelException;
import dev.lectern.text.Json;
import dev.lectern.web.SearchEngine;
import dev.lectern.web.WebHit;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search engine over HTTP. Asked again a few times where it is busy; what it says of a key is passed on without the key. */
final class HttpSearchEngine implements SearchEngine {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long LARGEST = 8 << 20;
    private static final int TRIES = 4;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final EngineKind kind;
    private final URI base;
    private final Optional<String> key;
    private final Wires wires;

    HttpSearchEngine(EngineKind kind, URI base, Optional<String> key, Wires wires) {
        this.kind = kind;
        this.base = base;
        this.key = key;
        this.wires = wires;
    }

    @Override
    public String name() {
        return kind.typed();
    }

    @Override
    public String base() {
        return base.toString();
    }

    @Override
    public String ask(String query, int page) {
        if (!kind.hasPage(page)) {
            return "{}";
        }
        HttpCall call = kind.call(base.toString(), query, page, key);
        String last = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long pause = 500L << (attempt - 1);
            try {
                HttpAnswer answer = wires.to(call.uri()).send(call, Intake.whole(LARGEST), TIMEOUT);
                if (answer.status() == 200) {
                    return checked(answer.body());
                } else if (answer.status() != 429 && answer.status() / 100 != 5) {
                    throw refused(answer.status());
                }
                last = "status " + answer.status();
                pause = answer.header("retry-after")
                        .filter(said -> said.matches("\\d{1,4}"))
                        .map(said -> Math.min(LONGEST_PAUSE_MILLIS, 1000 * Long.parseLong(said)))
                        .orElse(pause);
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw away("interrupted");
            }
            if (attempt < TRIES) {
                pause(pause);
            }
        }
        throw away(last);
    }

    @Override
    public List<WebHit> hits(String answer) {
        try {
            List<WebHit> hits = new ArrayList<>();
            for (JsonNode hit : Json.mapper().readTree(answer).at(kind.hits())) {
                String url = hit.path(kind.url()).asText("");
                if (!url.isBlank()) {
                    hits.add(new WebHit(url.strip(), hit.path(kind.title()).asText("")));
                }
            }
            return hits;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("interrupted");
        }
    }

    /** Only what is JSON is worth keeping. */
    private static String checked(String body) throws IOException {
        try {
            Json.mapper().readTree(body);
            return body;
        } catch (JsonProcessingException e) {
            throw new IOException("the answer is no JSON", e);
        }
    }

    private ModelException refused(int status) {
        boolean keyed = status == 401 || status == 403;
        String fix = keyed && kind == EngineKind.SEARXNG
                ? "let it answer in JSON: search.formats in its settings.yml"
                : keyed ? "check " + String.join(" or ", kind.keyVariables()) : "check its address: " + base;
        return new ModelException(
                ModelException.Kind.UNREACHABLE,
                new Problem("the search engine " + name() + " answers with status " + status, "--search", fix),
                new IOException("status " + status));
    }

    private static ModelException away(String why) {
        return new ModelException(ModelException.Kind.UNREACHABLE, "the search engine: " + why, "");
    }
}
