package dev.lectern.model.call;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Reranker;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Keeps the score of each pair of question and text, and asks only for those that are not kept: a changed text among thirty costs
 * one score. Goes through the same tries, limits and budget as a chat; the first message is the question, each other one a text.
 */
final class KeptScores implements Reranker {
    private final Keeping keeping;
    private final Try tries;
    private final UnaryOperator<String> hidden;

    /** @param hidden takes personal data out of what leaves this machine */
    KeptScores(Keeping keeping, Try tries, UnaryOperator<String> hidden) {
        this.keeping = keeping;
        this.tries = tries;
        this.hidden = hidden;
    }

    @Override
    public ModelId id() {
        return keeping.model();
    }

    @Override
    public List<Double> scores(String question, List<String> texts) {
        String asked = hidden.apply(question);
        Map<String, Double> known = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        List<String> sent = texts.stream().map(hidden).toList();
        try {
            for (String text : sent) {
                Optional<Reply> kept = keeping.find(of(asked, text));
                kept.ifPresent(reply -> known.put(text, score(reply)));
                if (kept.isEmpty() && !missing.contains(text)) {
                    missing.add(text);
                }
            }
            if (!missing.isEmpty()) {
                ask(asked, missing).forEach(known::put);
            }
        } catch (UncheckedIOException e) {
            throw Keeping.cannot(e);
        }
        return sent.stream().map(text -> known.getOrDefault(text, 0.0)).toList();
    }

    private Map<String, Double> ask(String question, List<String> texts) {
        try (Bill bill = new Bill()) {
            return kept(question, texts, lines(question, texts, bill), bill);
        }
    }

    private List<String> lines(String question, List<String> texts, Bill bill) {
        List<ChatMessage> messages = new ArrayList<>(List.of(ChatMessage.user(question)));
        texts.forEach(text -> messages.add(ChatMessage.user(text)));
        try {
            return tries.ask(ChatRequest.of(messages), Manner.of(ReplyForm.TEXT), bill)
                    .reply()
                    .body()
                    .lines()
                    .toList();
        } catch (ModelException e) {
            keeping.store().spend(bill.spent());
            throw e;
        }
    }

    /** Of two that ask for the same at once, the score kept first is the one both use. */
    private Map<String, Double> kept(String question, List<String> texts, List<String> lines, Bill bill) {
        Map<String, Double> scores = new TreeMap<>();
        Bill nothing = new Bill();
        for (int i = 0; i < texts.size(); i++) {
            String answer = Json.line(new Answer(Double.parseDouble(lines.get(i))));
            Reply reply = keeping.reply(of(question, texts.get(i)), answer, i == 0 ? bill : nothing);
            scores.put(texts.get(i), score(keeping.store().put(reply)));
        }
        return scores;
    }

    private static Map<String, String> of(String question, String text) {
        return Map.of("question", question, "text", text);
    }

    private static double score(Reply reply) {
        return Json.read(reply.answer(), Answer.class).score();
    }

    private record Answer(double score) {}
}
