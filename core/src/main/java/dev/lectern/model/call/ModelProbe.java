package dev.lectern.model.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.BodyReader;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.KeptAnswer;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.text.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out by one to three small calls in what form a model can answer. Each is kept as a reply of the kind {@code probe}, so a run
 * folder never asks again; and as these are the first calls of a run, a wrong key or address shows here, before any work.
 */
final class ModelProbe {
    static final String KIND = "probe";

    private final ReplyStore store;
    private final Clock clock;
    private final CallMeter meter;

    ModelProbe(ReplyStore store, CallMeter meter, Clock clock) {
        this.store = store;
        this.meter = meter;
        this.clock = clock;
    }

    /**
     * The best form that works.
     *
     * @param wire asks in the given form, with tries and limits
     * @return empty if the budget does not even allow for asking
     * @throws ProblemsException if the model can't be reached or takes no request at all
     */
    Optional<ReplyForm> find(ModelId id, Function<ReplyForm, Asker> wire, BodyReader reader) {
        String no = "";
        for (ReplyForm form : ReplyForm.values()) {
            KeptAnswer answer;
            try {
                answer = KeptAnswer.of(ask(id, form, wire));
            } catch (ModelException e) {
                if (e.kind() == ModelException.Kind.BUDGET) {
                    return Optional.empty();
                }
                throw new ProblemsException(List.of(e.problem().orElse(new Problem(e.getMessage(), where(id)))));
            }
            if (answer.refused().isEmpty()
                    && works(form, reader.read(answer.body(), id.name()).text())) {
                return Optional.of(form);
            }
            no = answer.refused().orElse("");
        }
        throw new ProblemsException(
                "the model takes no request: " + no, where(id), "check --model and --base-url, or ask its provider");
    }

    private Reply ask(ModelId id, ReplyForm form, Function<ReplyForm, Asker> wire) {
        CallKey key = CallKey.of(
                Map.of("probe", form.name(), "provider", id.provider(), "base", id.base(), "model", id.name()));
        return store.find(key.hash()).orElseGet(() -> {
            Bill bill = new Bill();
            KeptAnswer answer;
            try {
                ChatReply reply = wire.apply(form).ask(request(), bill);
                answer = KeptAnswer.said(reply.body(), bill.unusable());
            } catch (ModelException e) {
                if (e.kind() != ModelException.Kind.REFUSED) {
                    store.spend(bill.spent());
                    meter.failed();
                    throw e;
                }
                answer = KeptAnswer.refused(e, bill.unusable());
            }
            meter.made(bill.spent().usage());
            return store.put(new Reply(
                    key.hash(),
                    KIND,
                    key.asked(),
                    Json.line(answer),
                    id.name(),
                    bill.spent().usage(),
                    bill.cost(),
                    bill.calls(),
                    bill.millis(),
                    false,
                    clock.instant()));
        });
    }

    /** A server that takes a schema and then answers in prose has not understood it; plain text may say anything. */
    private static boolean works(ReplyForm form, String text) {
        if (form == ReplyForm.TEXT) {
            return true;
        }
        try {
            JsonNode node = Json.mapper().readTree(text);
            return node != null && node.isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static ChatRequest request() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode schema = json.objectNode()
                .put("type", "object")
                .put("additionalProperties", false)
                .<ObjectNode>set(
                        "properties",
                        json.objectNode().set("ready", json.objectNode().put("type", "boolean")))
                .set("required", json.arrayNode().add("ready"));
        return ChatRequest.of(List.of(
                        ChatMessage.system("You answer in JSON."),
                        ChatMessage.user("Are you ready? Answer with exactly this JSON object: {\"ready\": true}")))
                .withSchema(schema);
    }

    private static String where(ModelId id) {
        return "model " + id.name() + " at " + id.base();
    }
}
