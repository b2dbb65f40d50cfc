package dev.lectern.model.call;

import dev.lectern.model.CallKey;
import dev.lectern.model.ModelId;
import dev.lectern.model.Quirk;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.UnfitManner;
import dev.lectern.text.Json;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What models were found to want different, kept in the run folder beside the replies: the request that taught it was paid for, so it
 * is not made again.
 */
final class Lessons {
    /** The kind under which lessons are kept. */
    static final String KIND = "quirk";

    private final ReplyStore store;
    private final Clock clock;

    Lessons(ReplyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Set<Quirk> of(ModelId model) {
        Set<Quirk> known = EnumSet.noneOf(Quirk.class);
        for (Quirk quirk : Quirk.values()) {
            if (store.find(key(model, quirk).hash()).isPresent()) {
                known.add(quirk);
            }
        }
        return known;
    }

    void keep(ModelId model, UnfitManner lesson) {
        CallKey key = key(model, lesson.quirk());
        // The request that taught it stands on the bill of the call that met it.
        store.put(Reply.noted(key, KIND, Json.line(Map.of("said", lesson.said())), model.name(), clock.instant()));
    }

    private static CallKey key(ModelId model, Quirk quirk) {
        return CallKey.of(Map.of(
                "quirk", quirk.name(), "provider", model.provider(), "base", model.base(), "model", model.name()));
    }
}
