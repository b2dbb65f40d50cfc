package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.prompt.ChoiceReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Candidate;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Preference;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has several models answer, or one several times, and takes what most of them say. All answers stay with the row as candidates with their
 * votes; where they differ, the winner and the answer with the fewest votes are a preference pair. A voter that will not answer
 * loses its vote, and the row says whose.
 *
 * @param draws answers of each voter
 * @param agree when two answers are one: {@code exact} or {@code numeric}
 * @param choose {@code majority}, ties to the strongest voter; or {@code best-of}: a judge picks among those that differ
 * @param strongest number of the voter that ties go to, from 1; 0 = the one that agrees most often with the others, which
 *     {@code settle-ties} finds out
 * @param goal what the dataset is for; empty = whatever the documents give
 */
public record Vote(int draws, String agree, String choose, int strongest, String goal) implements PerSample {
    static final String TIED = "tied-votes";
    private static final String PROMPT = "vote/choice";

    public Vote() {
        this(1, "numeric", "majority", 0, "");
    }

    public Vote {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be 1 or more, not " + draws);
        } else if (!Set.of("exact", "numeric").contains(agree)) {
            throw new IllegalArgumentException("agree must be exact or numeric, not '" + agree + "'");
        } else if (!Set.of("majority", "best-of").contains(choose)) {
            throw new IllegalArgumentException("choose must be majority or best-of, not '" + choose + "'");
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.EVIDENCE);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.ANSWER, Trait.score("agreement"), Trait.score("votes"));
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>(Draft.prompts());
        uses.add(new Use.Role("voters"));
        if (choose.equals("best-of")) {
            uses.add(new Use.Role("judge"));
            uses.add(new Use.PromptFile(PROMPT));
        }
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        List<ChatModel> voters = tools.models("voters");
        List<Sample> answered = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Set<String> silent = new TreeSet<>();
        Sample asked = sample;
        int strong = -1;
        for (int voter = 0; voter < voters.size(); voter++) {
            for (int draw = 0; draw < draws; draw++) {
                String name = voters.get(voter).id().name();
                try {
                    Outcome outcome = new Draft(goal, draw).by(voters.get(voter), asked, tools);
                    asked = asked.withLineage(outcome.sample().lineage());
                    if (outcome instanceof Outcome.Kept kept) {
                        strong = voter + 1 == strongest && strong < 0 ? answered.size() : strong;
                        answered.add(kept.sample());
                        names.add(name);
                    } else {
                        silent.add(name);
                    }
                } catch (ModelException e) {
                    if (e.kind() != ModelException.Kind.REFUSED) {
                        throw e;
                    }
                    silent.add(name);
                }
            }
        }
        Sample marked = silent.isEmpty() ? asked : asked.withTag("silent-voters", String.join(", ", silent));
        return List.of(
                answered.isEmpty()
                        ? new Outcome.Dropped(marked, "no voter answered")
                        : new Outcome.Kept(elected(marked, answered, names, strong, tools)));
    }

    private Sample elected(Sample asked, List<Sample> answered, List<String> names, int strong, Tools tools) {
        Ballot ballot = Ballot.of(answered.stream().map(Sample::answer).toList(), agree);
        boolean differ = new TreeSet<>(ballot.groups()).size() > 1;
        Sample whole = asked;
        int winner = ballot.first().contains(strong) ? strong : ballot.first().getFirst();
        if (differ && choose.equals("best-of")) {
            Picked picked = picked(asked, ballot, tools);
            winner = picked.answer;
            for (String call : picked.calls) {
                whole = whole.withLineage(whole.lineage().withCall(call));
            }
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < answered.size(); i++) {
            candidates.add(new Candidate(ballot.answers().get(i), names.get(i), ballot.votes(i)));
        }
        Sample taken = taken(whole, answered.get(winner))
                .withCandidates(candidates, preference(ballot, winner))
                .withScore("agreement", ballot.agreement())
                .withScore("votes", answered.size());
        boolean open = ballot.tied() && choose.equals("majority") && strong < 0;
        return open ? taken.withExtra(TIED, tied(ballot, answered)) : taken;
    }

    /** The row with another's answer and evidence. */
    static Sample taken(Sample row, Sample answered) {
        Sample taken = row.withMessages(answered.messages()).withEvidence(answered.evidence());
        for (Map.Entry<String, JsonNode> extra : answered.extra().entrySet()) {
            taken = taken.withExtra(extra.getKey(), extra.getValue());
        }
        return taken;
    }

    static Optional<Preference> preference(Ballot ballot, int winner) {
        Optional<Integer> loser = Optional.empty();
        for (int i = 0; i < ballot.answers().size(); i++) {
            boolean other = !ballot.groups().get(i).equals(ballot.groups().get(winner));
            if (other && (loser.isEmpty() || ballot.votes(i) < ballot.votes(loser.get()))) {
                loser = Optional.of(i);
            }
        }
        return loser.map(i -> new Preference(
                Optional.of(ballot.answers().get(winner)),
                Optional.of(ballot.answers().get(i)),
                Optional.empty()));
    }

    /** The answers that share the most votes, whole, for {@code settle-ties}. */
    private static ArrayNode tied(Ballot ballot, List<Sample> answered) {
        ArrayNode tied = Json.mapper().createArrayNode();
        for (int i : ballot.first()) {
            ObjectNode one = tied.addObject().put("candidate", i);
            JsonNode whole = Json.mapper().valueToTree(answered.get(i));
            one.set("messages", whole.path("messages"));
            one.set("evidence", whole.path("evidence"));
        }
        return tied;
    }

    private record Picked(int answer, List<String> calls) {}

    /** Asked twice, the second time in the opposite order; where the judge sways with the order, the vote decides. */
    private static Picked picked(Sample asked, Ballot ballot, Tools tools) {
        List<Integer> one = new ArrayList<>(new LinkedHashSet<>(ballot.groups()));
        List<Integer> other = new ArrayList<>(one);
        Collections.reverse(other);
        Understood<ChoiceReply> first = ask(asked, ballot, one, tools);
        Understood<ChoiceReply> second = ask(asked, ballot, other, tools);
        int choice = one.get(first.value().choice() - 1);
        int again = other.get(second.value().choice() - 1);
        int winner = choice == again ? choice : ballot.first().getFirst();
        return new Picked(winner, List.of(first.key(), second.key()));
    }

    private static Understood<ChoiceReply> ask(Sample asked, Ballot ballot, List<Integer> order, Tools tools) {
        StringBuilder answers = new StringBuilder();
        boolean chinese = asked.language().startsWith("zh");
        for (int i = 0; i < order.size(); i++) {
            answers.append(i == 0 ? "" : "\n\n")
                    .append(chinese ? "回答 " : "Answer ")
                    .append(i + 1)
                    .append('\n')
                    .append(Fenced.text(ballot.answers().get(order.get(i))));
        }
        List<Fenced.Shown> shown = asked.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        ChatRequest request = ChatRequest.of(tools.prompts()
                        .prompt(PROMPT, asked.language())
                        .fill(Map.of(
                                "passages",
                                Fenced.passages(shown, asked.language()),
                                "instruction",
                                Fenced.text(asked.instruction()),
                                "answers",
                                answers.toString())))
                .withSchema(ChoiceReply.schema(order.size()));
        return Understood.ask(tools.model("judge"), request, text -> ChoiceReply.read(text, order.size()));
    }
}
