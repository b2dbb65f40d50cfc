package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Exchange;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Takes each request of a model server to who answers it. For the server's thread. */
final class Desk {
    private static final String JSON = "application/json";

    private final ModelServer.Settings settings;
    private final Tally tally;
    private final Gate gate;
    private final Dialect openAi = new OpenAiDialect();

    Desk(ModelServer.Settings settings, Tally tally) {
        this.settings = settings;
        this.tally = tally;
        this.gate = new Gate(settings.keys(), settings.models(), settings.doors());
    }

    void handle(Request request, Exchange exchange) {
        String path = request.path();
        if (path.equals("/counts")) {
            send(exchange, 200, Json.line(tally.counts()));
        } else if (path.equals("/v1/models")) {
            models(exchange);
        } else if (path.endsWith("/v1/chat/completions")) {
            chat(request, exchange, openAi);
        } else {
            send(exchange, 404, "{\"detail\":\"Not Found\"}");
        }
    }

    private void models(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        var list = body.putArray("data");
        settings.models().forEach(name -> list.addObject().put("id", name).put("object", "model"));
        send(exchange, 200, Json.line(body));
    }

    private void chat(Request request, Exchange exchange, Dialect dialect) {
        String digest = Hash.sha256(request.body());
        int nth = tally.came(digest);
        Asked asked = dialect.asked(request, tree(request));
        String key = dialect.key(request);
        Optional<Refusal> refusal = gate.refusal(key, asked.model(), tally.inFlight());
        tally.admitted(refusal.isEmpty());
        limitHeaders(exchange, key, refusal);
        Replier replier = new Replier(exchange, dialect, asked, settings.habits(), tally, digest);
        refusal = refusal.or(() -> Quirks.refusal(asked, settings.habits()));
        if (refusal.isPresent()) {
            replier.refuse(refusal.get());
            return;
        }
        Said said = said(asked, request.body().length);
        Duration delay = settings.pace().of(Long.parseUnsignedLong(digest, 0, 16, 16), tally.inFlight());
        settings.faults()
                .at(digest, nth)
                .ifPresentOrElse(fault -> replier.spoil(fault, said, delay), () -> replier.answer(said, delay));
    }

    private Said said(Asked asked, int bytes) {
        String text = settings.rules().reply(asked.messages(), asked.schema());
        String reasoning =
                settings.habits().reasoning() == Habits.Reasoning.NOWHERE ? "" : "What was asked is clear to me.";
        return Said.of(text, reasoning, bytes / 4, asked.maxTokens());
    }

    private void limitHeaders(Exchange exchange, String key, Optional<Refusal> refusal) {
        if (settings.doors().retryAfter()
                && refusal.filter(r -> r.status() == 429).isPresent()) {
            exchange.header("Retry-After", String.format(Locale.ROOT, "%.3f", gate.untilNext(key)));
        }
        if (settings.habits().limitHeaders()) {
            exchange.header(
                            "x-ratelimit-limit-requests",
                            Integer.toString(settings.doors().perMinute()))
                    .header("x-ratelimit-remaining-requests", Integer.toString(gate.left(key)))
                    .header("x-ratelimit-reset-requests", String.format(Locale.ROOT, "%.3fs", gate.untilNext(key)));
        }
    }

    private static JsonNode tree(Request request) {
        try {
            return Json.mapper().readTree(request.body());
        } catch (IOException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static void send(Exchange exchange, int status, String body) {
        exchange.send(status, JSON, body.getBytes(StandardCharsets.UTF_8));
    }
}
