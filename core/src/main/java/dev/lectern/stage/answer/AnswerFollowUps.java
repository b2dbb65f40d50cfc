package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Gathering;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.kind.Exchanges;
import dev.lectern.kind.Exchanges.Exchange;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks each follow-up of a conversation up in the index, by the question that it was condensed into, corrections included. Where that finds
 * what the conversation was not written from, the follow-up is answered anew from it, and so are all later ones, whose answers stand on
 * this one. A follow-up that even this evidence does not answer ends the conversation before it.
 *
 * @param mode what the index finds by: {@code lexical}, {@code vector} or {@code hybrid}; {@code own} looks nothing up
 * @param top passages that the index is asked for
 * @param tokens how much is shown: what was found, then what the conversation rests on so far
 */
public record AnswerFollowUps(String mode, int top, int tokens) implements PerSample {
    private static final String OWN = "own";

    public AnswerFollowUps() {
        this("hybrid", 3, 3000);
    }

    public AnswerFollowUps {
        if (!mode.equals(OWN) && by(mode).isEmpty()) {
            throw new IllegalArgumentException("unknown mode '" + mode + "'; known: own, lexical, vector, hybrid");
        }
        if (top < 1 || tokens < 1) {
            throw new IllegalArgumentException("top and tokens must be 1 or more");
        }
    }

    /** Searching where the first answer did. */
    public AnswerFollowUps alike(String newMode) {
        return new AnswerFollowUps(newMode, top, tokens);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return new LinkedHashSet<>(List.of(
                new Use.Role("writer"),
                new Use.PromptFile(FollowUp.PROMPT),
                by(mode).<Use>map(Use.Index::new).orElseGet(Use.Documents::new)));
    }

    @Override
    public boolean seldom() {
        return true;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Optional<Exchanges> talk = Exchanges.of(sample);
        Optional<Retriever> index = by(mode).map(tools::retriever);
        if (talk.isEmpty() || index.isEmpty()) {
            return List.of(new Outcome.Kept(sample.without(Exchanges.CITED)));
        }
        Told told = new Told(sample, talk.get().all().getFirst());
        for (Exchange next : talk.get().all().subList(1, talk.get().all().size())) {
            List<Passage> found = index.get().find(next.standalone(), top, Filter.NONE).stream()
                    .map(Hit::passage)
                    .toList();
            if (!told.anew
                    && told.shown.containsAll(found.stream().map(Passage::id).toList())) {
                told.keep(next);
            } else if (!told.answer(next, found, tools, tokens)) {
                break;
            }
        }
        return List.of(
                told.exchanges.size() < 2
                        ? new Outcome.Dropped(told.asked, "no follow-up that the evidence answers")
                        : new Outcome.Kept(told.whole()));
    }

    /** The conversation as far as it has been told. */
    private static final class Told {
        private final Set<String> shown;
        private final List<Evidence> claimed;
        private final List<Exchange> exchanges = new ArrayList<>();
        private final Set<Evidence> quotes = new LinkedHashSet<>();
        private Sample asked;
        private boolean anew;

        Told(Sample sample, Exchange first) {
            asked = sample;
            shown = new LinkedHashSet<>(Doubt.shown(sample));
            claimed = sample.evidence();
            keep(first);
        }

        /** As it was written at first, with what it rests on. */
        void keep(Exchange exchange) {
            Set<String> own = new HashSet<>(exchange.quotes());
            claimed.stream().filter(evidence -> own.contains(evidence.quote())).forEach(quotes::add);
            exchanges.add(exchange);
        }

        /** Whether the evidence holds an answer. */
        boolean answer(Exchange next, List<Passage> found, Tools tools, int tokens) {
            anew = true;
            Corpus corpus = tools.corpus();
            List<Passage> before = quotes.stream()
                    .map(evidence -> corpus.passage(evidence.passage()))
                    .distinct()
                    .toList();
            List<Evidence> evidence = new Gathering(corpus, tokens)
                    .add(found).add(before).inOrder().stream()
                            .map(passage -> Quoted.whole(passage, corpus))
                            .toList();
            Understood<AnswerReply> reply = Understood.ask(
                    tools.model("writer"),
                    new FollowUp(asked.language(), exchanges, next, evidence).request(tools),
                    AnswerReply::read);
            asked = asked.withLineage(asked.lineage().withCall(reply.key()));
            AnswerReply said = reply.value();
            if (said.response().isEmpty() || said.citations().isEmpty()) {
                return false;
            }
            said.citations().stream()
                    .map(citation -> Draft.claimed(citation, evidence))
                    .forEach(quotes::add);
            evidence.forEach(each -> shown.add(each.passage()));
            Turn answer = Turn.assistant(said.response().get()).withReasoning(reply.reasoning());
            exchanges.add(new Exchange(next.user(), next.standalone(), answer, List.of()));
            return true;
        }

        Sample whole() {
            ArrayNode passages = JsonNodeFactory.instance.arrayNode();
            shown.forEach(passages::add);
            return new Exchanges(exchanges)
                    .in(asked)
                    .withEvidence(List.copyOf(quotes))
                    .withExtra(Draft.SHOWN, passages);
        }
    }

    private static Optional<Retriever.By> by(String mode) {
        return Arrays.stream(Retriever.By.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(mode))
                .findFirst();
    }
}
