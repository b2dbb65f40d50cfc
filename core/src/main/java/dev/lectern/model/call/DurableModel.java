package dev.lectern.model.call;

import dev.lectern.model.BodyReader;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.KeptAnswer;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Nothing is paid for twice: looks a request up among the kept replies, asks only if it isn't there, and keeps the answer before anybody
 * sees it. Equal requests that are asked at the same time share one call. A refusal is an answer and is kept; an outage is not. Where a
 * reply was retired, the next draw of the same request takes its place.
 */
public final class DurableModel implements ChatModel {
    /** The kind under which chat replies are kept. */
    public static final String KIND = "chat";

    private final ModelId id;
    private final Asker asker;
    private final ReplyStore store;
    private final Function<String, BodyReader> readers;
    private final CallMeter meter;
    private final Clock clock;
    private final String kind;
    private final Flights<String, Reply> flights = new Flights<>();

    /** @param readers who reads the bodies of a provider's models; asked for others than the model's own where one stood in */
    DurableModel(
            ModelId id,
            Asker asker,
            ReplyStore store,
            Function<String, BodyReader> readers,
            CallMeter meter,
            Clock clock) {
        this(id, asker, store, readers, meter, clock, KIND);
    }

    /** @param kind under which replies are kept; one of its own is part of their identity */
    DurableModel(
            ModelId id,
            Asker asker,
            ReplyStore store,
            Function<String, BodyReader> readers,
            CallMeter meter,
            Clock clock,
            String kind) {
        this.kind = kind;
        this.id = id;
        this.asker = asker;
        this.store = store;
        this.readers = readers;
        this.meter = meter;
        this.clock = clock;
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try {
            return recall(request);
        } catch (UncheckedIOException e) {
            // A disk that is full or gone is no fault of this request: it waits for the next run.
            throw new ModelException(
                    ModelException.Kind.UNREACHABLE, "the store of replies fails: " + e.getMessage(), e);
        }
    }

    private ChatReply recall(ChatRequest request) {
        Map<String, String> besides = kind.equals(KIND) ? Map.of() : Map.of("kind", kind);
        for (int retry = 0; ; retry++) {
            Reply reply = shared(CallKey.of(id(), request, retry, besides), request);
            if (!reply.retired()) {
                return read(reply);
            }
        }
    }

    private Reply shared(CallKey key, ChatRequest request) {
        return flights.share(
                key.hash(),
                () -> store.find(key.hash()).map(this::reused).orElseGet(() -> bought(key, request)),
                this::reused);
    }

    private Reply reused(Reply kept) {
        if (!kept.retired()) {
            meter.reused();
        }
        return kept;
    }

    private Reply bought(CallKey key, ChatRequest request) {
        try (Bill bill = new Bill(key)) {
            return store.put(ask(key, request, bill), bill::close);
        }
    }

    private Reply ask(CallKey key, ChatRequest request, Bill bill) {
        try {
            ChatReply reply = asker.ask(request, bill);
            meter.made(bill.spent().usage());
            return kept(key, KeptAnswer.said(reply.body(), bill.unusable()), reply.answeredBy(), bill);
        } catch (ModelException e) {
            if (e.kind() != ModelException.Kind.REFUSED) {
                store.spend(bill.spent());
                if (e.kind() != ModelException.Kind.BUDGET || bill.calls() > 0) {
                    meter.failed();
                }
                throw e;
            }
            meter.made(bill.spent().usage());
            String answeredBy = bill.standIn().orElse(id).name();
            return kept(key, KeptAnswer.refused(e, bill.unusable()), answeredBy, bill);
        }
    }

    private Reply kept(CallKey key, KeptAnswer answer, String answeredBy, Bill bill) {
        String said = Json.line(answer.by(bill.standIn().map(ModelId::provider)));
        return bill.reply(key, kind, said, answeredBy, clock.instant());
    }

    private ChatReply read(Reply reply) {
        KeptAnswer answer = KeptAnswer.of(reply);
        if (answer.refused().isPresent()) {
            throw answer.no(reply.usage()).of(List.of(reply.key()));
        }
        answer.standIn().ifPresent(provider -> meter.stoodIn(reply.key(), reply.answeredBy()));
        return readers.apply(answer.standIn().orElse(id.provider()))
                .read(answer.body(), reply.answeredBy())
                .withKey(reply.key());
    }
}
