package dev.lectern.model.call;

import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Reranker;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps the score of each pair of question and text, and asks only for those that are not kept: a changed passage among thirty costs
 * one score. Goes through the same tries, limits and budget as a chat; the first message is the question, each other one a text.
 */
final class KeptReranker implements Reranker {
    private final ModelId id;
    private final Try tries;
    private final ReplyStore store;
    private final Clock clock;
    private final UnaryOperator<String> hidden;

    /** @param hidden takes personal data out of what leaves this machine */
    KeptReranker(ModelId id, Try tries, ReplyStore store, Clock clock, UnaryOperator<String> hidden) {
        this.id = id;
        this.tries = tries;
        this.store = store;
        this.clock = clock;
        this.hidden = hidden;
    }

    @Override
    public ModelId id() {
        return id;
    }

    @Override
    public List<Double> scores(String question, List<String> texts) {
        String asked = hidden.apply(question);
        Map<String, Double> known = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        List<String> sent = texts.stream().map(hidden).toList();
        try {
            for (String text : sent) {
                Optional<Reply> kept = store.find(key(asked, text).hash());
                kept.ifPresent(reply -> known.put(text, score(reply)));
                if (kept.isEmpty() && !missing.contains(text)) {
                    missing.add(text);
                }
            }
            if (!missing.isEmpty()) {
                ask(asked, missing).forEach(known::put);
            }
        } catch (UncheckedIOException e) {
            throw new ModelException(ModelException.Kind.UNREACHABLE, "replies cannot be kept: " + e.getMessage(), e);
        }
        return sent.stream().map(text -> known.getOrDefault(text, 0.0)).toList();
    }

    /** Of two that ask for the same at once, the score kept first is the one both use. */
    private Map<String, Double> ask(String question, List<String> texts) {
        try (Bill bill = new Bill()) {
            return ask(question, texts, bill);
        }
    }

    private Map<String, Double> ask(String question, List<String> texts, Bill bill) {
        List<ChatMessage> messages = new ArrayList<>(List.of(ChatMessage.user(question)));
        texts.forEach(text -> messages.add(ChatMessage.user(text)));
        List<String> lines;
        try {
            lines = tries.ask(ChatRequest.of(messages), Manner.of(ReplyForm.TEXT), bill)
                    .reply()
                    .body()
                    .lines()
                    .toList();
        } catch (ModelException e) {
            store.spend(bill.spent());
            throw e;
        }
        Map<String, Double> scores = new TreeMap<>();
        Bill nothing = new Bill();
        for (int i = 0; i < texts.size(); i++) {
            Reply reply = reply(key(question, texts.get(i)), Double.parseDouble(lines.get(i)), i == 0 ? bill : nothing);
            scores.put(texts.get(i), score(store.put(reply)));
        }
        return scores;
    }

    private CallKey key(String question, String text) {
        return CallKey.of(Map.of(
                "kind",
                KEPT,
                "provider",
                id.provider(),
                "base",
                id.base(),
                "model",
                id.name(),
                "question",
                question,
                "text",
                text));
    }

    private Reply reply(CallKey key, double score, Bill bill) {
        return new Reply(
                key.hash(),
                KEPT,
                key.asked(),
                Json.line(new Answer(score)),
                id.name(),
                bill.spent().usage(),
                bill.cost(),
                bill.calls(),
                bill.millis(),
                false,
                clock.instant());
    }

    private static double score(Reply reply) {
        return Json.read(reply.answer(), Answer.class).score();
    }

    private record Answer(double score) {}
}
