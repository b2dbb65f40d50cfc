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
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Takes each request of a model server to who answers it. For the server's thread. */
final class Desk {
    private static final String JSON = "application/json";
    private static final Pattern VERSION =
            Pattern.compile("^/v[0-9](beta)?(?=/)|^/openai(/v1|/deployments/[^/]*)(?=/)");

    private final ModelServer.Settings settings;
    private final Tally tally;
    private final Gate gate;
    private final Hold hold;
    private final Mind mind;
    private final Dialect openAi = new OpenAiDialect();
    private final Dialect anthropic = new AnthropicDialect();
    private final Dialect gemini = new GeminiDialect();
    private final Dialect embeddings = new EmbeddingsDialect();
    private final Dialect rewards = new RewardDialect();
    private final OpenAiBatches openAiBatches;
    private final AnthropicBatches anthropicBatches;

    Desk(ModelServer.Settings settings, Tally tally) {
        this.settings = settings;
        this.tally = tally;
        this.hold = new Hold(tally);
        this.gate = new Gate(settings.keys(), settings.models(), settings.doors());
        this.mind = new Mind(settings.rules(), settings.habits());
        this.openAiBatches = new OpenAiBatches(settings.batching(), mind, settings.habits(), tally);
        this.anthropicBatches = new AnthropicBatches(settings.batching(), mind, settings.habits(), tally);
    }

    void handle(Request request, Exchange exchange) {
        // Behind the version, which a base URL must not lack.
        String path = VERSION.matcher(request.path()).replaceFirst(":");
        if (request.path().equals("/counts")) {
            send(exchange, 200, Json.line(tally.counts()));
        } else if (request.path().equals("/release")) {
            hold.release();
            send(exchange, 200, "{}");
        } else if (request.path().startsWith("/hold-after/")) {
            hold.after(Integer.parseInt(request.path().substring("/hold-after/".length())));
            send(exchange, 200, "{}");
        } else if (path.equals(":/models")) {
            models(exchange);
        } else if (path.equals(":/chat/completions")) {
            chat(request, exchange, openAi);
        } else if (path.equals(":/messages")) {
            chat(request, exchange, anthropic);
        } else if (path.equals(":/embeddings")) {
            chat(request, exchange, embeddings);
        } else if (request.path().matches("(/v1)?/(pooling|classify)")) {
            chat(request, exchange, rewards);
        } else if (path.matches(":/models/[^/]*:(generateContent|streamGenerateContent)")) {
            chat(request, exchange, gemini);
        } else if (path.startsWith(":/messages/batches")) {
            String rest = path.substring(":/messages/batches".length());
            batches(exchange, anthropic, anthropic.key(request), () -> anthropicBatches.answer(request, rest));
        } else if (path.matches(":/(files|batches)(/.*)?")) {
            batches(exchange, openAi, openAi.key(request), () -> openAiBatches.answer(request, path.substring(1)));
        } else {
            send(exchange, 404, "{\"detail\":\"Not Found\"}");
        }
    }

    /** From so many answers on, replies wait; see {@link Hold}. */
    void holdAfter(int answers) {
        hold.after(answers);
    }

    void release() {
        hold.release();
    }

    private void batches(Exchange exchange, Dialect dialect, String key, Supplier<Optional<String>> answer) {
        if (gate.opensTo(key)) {
            Optional<String> known = answer.get();
            send(exchange, known.isPresent() ? 200 : 404, known.orElseGet(() -> dialect.error(404, "Not Found", "")));
        } else {
            send(exchange, 401, dialect.error(401, "Incorrect API key provided: " + key, "invalid_api_key"));
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
        exchange.ifUntaken(tally::untaken);
        limitHeaders(exchange, key, refusal);
        Replier replier = new Replier(exchange, dialect, asked, settings.habits(), tally, hold, digest);
        refusal = refusal.or(() -> dialect.unfit(asked)).or(() -> Quirks.refusal(asked, settings.habits()));
        if (refusal.isPresent()) {
            replier.refuse(refusal.get());
            return;
        }
        Said said = mind.answer(asked);
        Duration delay = settings.pace().of(Long.parseUnsignedLong(digest, 0, 16, 16), tally.inFlight());
        settings.faults()
                .at(digest, nth)
                .ifPresentOrElse(fault -> replier.spoil(fault, said, delay), () -> replier.answer(said, delay));
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
