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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Keeps the score of each pair of question and text, and asks only for those that are not kept: a changed text among thirty costs
 * one score. Equal requests at the same time share one call, which goes through the same tries, limits and budget as a chat; the first message is the question, each other one a text.
 */
final class KeptScores implements Reranker {
    private final Keeping keeping;
    private final Try tries;
    private final UnaryOperator<String> hidden;
    private final Flights<Wanted, Map<String, Double>> flights = new Flights<>();

    private record Wanted(String question, List<String> texts) {}

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
        List<String> sent = texts.stream().map(hidden).toList();
        Wanted wanted =
                new Wanted(hidden.apply(question), sent.stream().distinct().toList());
        try {
            Map<String, Double> scores = flights.share(wanted, () -> of(wanted), others -> others);
            return sent.stream().map(text -> scores.getOrDefault(text, 0.0)).toList();
        } catch (UncheckedIOException e) {
            throw Keeping.cannot(e);
        }
    }

    private Map<String, Double> of(Wanted wanted) {
        Map<String, Double> known = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String text : wanted.texts()) {
            keeping.find(of(wanted.question(), text))
                    .ifPresentOrElse(reply -> known.put(text, score(reply)), () -> missing.add(text));
        }
        if (!missing.isEmpty()) {
            known.putAll(ask(wanted.question(), missing));
        }
        return known;
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

    /** Where others asked for some of them meanwhile, the score kept first is the one that all use. */
    private Map<String, Double> kept(String question, List<String> texts, List<String> lines, Bill bill) {
        List<Reply> replies = new ArrayList<>();
        Bill nothing = new Bill();
        for (int i = 0; i < texts.size(); i++) {
            String answer = Json.line(new Answer(Double.parseDouble(lines.get(i))));
            replies.add(keeping.reply(of(question, texts.get(i)), answer, i == 0 ? bill : nothing));
        }
        keeping.store().putAll(replies);
        Map<String, Double> scores = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            Reply first = keeping.find(of(question, texts.get(i))).orElse(replies.get(i));
            scores.put(texts.get(i), score(first));
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
