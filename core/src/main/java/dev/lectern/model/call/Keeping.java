package dev.lectern.model.call;

import dev.lectern.model.CallKey;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a model's figures are kept, each by itself although many are asked for at once. What a request took stands with the first of
 * its figures, and nothing with the others.
 *
 * @param kind of the replies: {@code embedding}, {@code rerank}
 */
record Keeping(String kind, ModelId model, ReplyStore store, Clock clock) {
    /** @param of what the figure is about, by name */
    CallKey key(Map<String, String> of) {
        Map<String, String> asked = new TreeMap<>(of);
        asked.put("kind", kind);
        asked.put("provider", model.provider());
        asked.put("base", model.base());
        asked.put("model", model.name());
        return CallKey.of(asked);
    }

    /** A retired figure is used all the same: it is no draw. */
    Optional<Reply> find(Map<String, String> of) {
        return store.find(key(of).hash());
    }

    /** @param bill what the request took, empty for all figures of it but the first */
    Reply reply(Map<String, String> of, String answer, Bill bill) {
        return bill.reply(key(of), kind, answer, model.name(), clock.instant());
    }

    static ModelException cannot(UncheckedIOException e) {
        return new ModelException(ModelException.Kind.UNREACHABLE, "the store of replies fails: " + e.getMessage(), e);
    }
}
