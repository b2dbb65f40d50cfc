package dev.lectern.model.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.KeptAnswer;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Parameters;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.text.Json;
import dev.lectern.text.JsonRepair;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds out by a few small calls in what form a model can answer. Each is kept as a reply of the kind {@code probe}, so a run
 * folder never asks again; and as these are the first calls of a run, a wrong key or address shows here, before any work.
 */
final class ModelProbe {
    static final String KIND = "probe";

    /** That a server takes a limit is what matters here, not that the answer is cut by it. */
    private static final long ENOUGH_TOKENS = 1024;

    private static final JsonNode SCHEMA = Json.read("""
            {"type":"object","additionalProperties":false,"required":["ready","notes","reason"],"properties":{
              "ready":{"type":"boolean"},
              "notes":{"type":"array","items":{"type":"object","additionalProperties":false,
                "required":["number","note"],"properties":{
                  "number":{"type":"integer"},"note":{"type":"string"}}}},
              "reason":{"type":["string","null"]}}}
            """, JsonNode.class);

    private final ReplyStore store;
    private final Clock clock;
    private final CallMeter meter;

    ModelProbe(ReplyStore store, CallMeter meter, Clock clock) {
        this.store = store;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * The best form that works, with the parameters that the calls to come will have.
     *
     * @return empty if the budget does not even allow for asking
     * @throws ProblemsException if the model can't be reached or takes no request at all
     */
    Optional<ReplyForm> find(Route route) {
        ModelId id = route.id();
        String no = "";
        for (ReplyForm form : ReplyForm.values()) {
            KeptAnswer answer;
            try {
                answer = KeptAnswer.of(ask(route, form));
            } catch (ModelException e) {
                if (e.kind() == ModelException.Kind.BUDGET) {
                    return Optional.empty();
                }
                throw new ProblemsException(List.of(e.problem().orElse(new Problem(e.getMessage(), where(id)))));
            }
            if (answer.refused().isEmpty() && (form == ReplyForm.TEXT || keepsTo(route, answer.body()))) {
                return Optional.of(form);
            }
            no = answer.refused().orElse(no);
        }
        throw new ProblemsException(
                "the model takes no request: " + no,
                where(id),
                route.expected().isEmpty()
                        ? "check --model and --base-url, or ask its provider"
                        : "check its parameters ("
                                + String.join(", ", route.expected().keySet()) + "), --model and --base-url");
    }

    /** The parameters are part of what is asked: where they change, the answer may. */
    private Reply ask(Route route, ReplyForm form) {
        ModelId id = route.id();
        ChatRequest request = request(route.expected());
        CallKey key = CallKey.of(Map.of(
                "probe", form.name(),
                "provider", id.provider(),
                "base", id.base(),
                "model", id.name(),
                "parameters", request.parameters()));
        return store.find(key.hash()).orElseGet(() -> {
            try (Bill bill = new Bill()) {
                KeptAnswer answer = answer(route, form, request, bill);
                meter.made(bill.spent().usage());
                return store.put(bill.reply(key, KIND, Json.line(answer), id.name(), clock.instant()));
            }
        });
    }

    private KeptAnswer answer(Route route, ReplyForm form, ChatRequest request, Bill bill) {
        try {
            return KeptAnswer.said(body(route, form, request, bill), bill.unusable());
        } catch (ModelException e) {
            if (e.kind() != ModelException.Kind.REFUSED) {
                store.spend(bill.spent());
                meter.failed();
                throw e;
            }
            return KeptAnswer.refused(e, bill.unusable());
        }
    }

    /** One reply in a hundred is broken for no reason of the form's: what cannot be read at all is asked for once more. */
    private static String body(Route route, ReplyForm form, ChatRequest request, Bill bill) {
        ChatReply reply = route.in(form).ask(request, bill);
        if (form == ReplyForm.TEXT
                || isCut(reply)
                || JsonRepair.find(reply.text()).isPresent()) {
            return reply.body();
        }
        bill.unusable(reply.body());
        return route.in(form).ask(request, bill).body();
    }

    /** A server that takes a schema and then wraps its answer in prose has not understood it; plain text may say anything. */
    private static boolean keepsTo(Route route, String body) {
        ChatReply reply = route.client().read(body, route.id().name());
        if (isCut(reply)) {
            return reply.text().isBlank() || reply.text().stripLeading().startsWith("{");
        }
        return JsonRepair.find(reply.text()).filter(found -> !found.mended()).isPresent()
                && reply.text().strip().startsWith("{")
                && reply.text().strip().endsWith("}");
    }

    private static boolean isCut(ChatReply reply) {
        return reply.finish().equals("length");
    }

    /** The schema has what those of our prompts have: a list of objects, a whole number, a text that may be null. */
    private static ChatRequest request(SortedMap<String, Object> expected) {
        SortedMap<String, Object> parameters = new TreeMap<>(expected);
        parameters.computeIfPresent(
                Parameters.MAX_TOKENS, (name, limit) -> Math.max(((Number) limit).longValue(), ENOUGH_TOKENS));
        return new ChatRequest(
                List.of(
                        ChatMessage.system("You answer in JSON."),
                        ChatMessage.user("Are you ready? Answer with exactly this JSON object:"
                                + " {\"ready\": true, \"notes\": [], \"reason\": null}")),
                parameters,
                Optional.of(SCHEMA),
                0);
    }

    private static String where(ModelId id) {
        return "model " + id.name() + " at " + id.base();
    }
}
