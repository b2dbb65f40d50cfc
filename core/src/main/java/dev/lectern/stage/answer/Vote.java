package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.corpus.Retriever;
import dev.lectern.sample.Candidate;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Preference;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Reward;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has several models answer, or one several times, and makes one answer of what they say. All answers stay with the row as candidates with
 * their votes; where they differ, the one taken and the one with the fewest votes are a preference pair. A voter that will not answer
 * loses its vote, and the row says whose.
 *
 * @param draws answers of each voter
 * @param agree when two answers are one: {@code exact}, the same words; {@code numeric}, the same last number, else the same words;
 *     {@code embedding}, the same numbers and nearly the same meaning; {@code pairwise}, a judge that compares each two says so
 * @param alike cosine from which the meaning is nearly the same
 * @param choose {@code majority}, ties to the strongest voter; where answers differ, {@code best-of} has a judge pick, {@code reward} takes
 *     the one that a reward model likes best, {@code synthesis} has the writer make one of all
 * @param strongest number of the voter that ties go to, from 1; 0 = the one that agrees most often with the others, which
 *     {@code settle-ties} finds out
 * @param goal what the dataset is for; empty = whatever the documents give
 */
public record Vote(int draws, String agree, double alike, String choose, int strongest, String goal)
        implements PerSample {
    static final String TIED = "tied-votes";

    public Vote() {
        this(1, "numeric", 0.9, "majority", 0, "");
    }

    public Vote {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be 1 or more, not " + draws);
        } else if (!Set.of("exact", "numeric", "embedding", "pairwise").contains(agree)) {
            throw new IllegalArgumentException(
                    "agree must be exact, numeric, embedding or pairwise, not '" + agree + "'");
        } else if (!Set.of("majority", "best-of", "reward", "synthesis").contains(choose)) {
            throw new IllegalArgumentException(
                    "choose must be majority, best-of, reward or synthesis, not '" + choose + "'");
        } else if (!(alike > 0 && alike <= 1)) {
            throw new IllegalArgumentException("alike must be above 0 and at most 1, not " + alike);
        }
    }

    /** The same for a dataset with this goal. */
    public Vote towards(String newGoal) {
        return new Vote(draws, agree, alike, choose, strongest, newGoal);
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
        if (agree.equals("embedding")) {
            uses.add(new Use.Index(Retriever.By.VECTOR));
        } else if (agree.equals("pairwise")) {
            uses.addAll(List.of(new Use.Role("judge"), new Use.PromptFile(Comparing.PAIR)));
        }
        switch (choose) {
            case "best-of" -> uses.addAll(List.of(new Use.Role("judge"), new Use.PromptFile(Comparing.CHOICE)));
            case "reward" -> uses.add(new Use.Role(Reward.NAME));
            case "synthesis" -> uses.addAll(List.of(new Use.Role("writer"), new Use.PromptFile(Draft.SYNTHESIS)));
            default -> {}
        }
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Answered answered = Answered.by(tools.models("voters"), draws, goal, sample, tools);
        Sample asked = answered.silent().isEmpty()
                ? answered.asked()
                : answered.asked().withTag(Candidate.SILENT, String.join(", ", answered.silent()));
        return List.of(
                answered.rows().isEmpty()
                        ? new Outcome.Dropped(asked, "no voter answered")
                        : elected(asked, answered, tools));
    }

    private Outcome elected(Sample asked, Answered answered, Tools tools) {
        Comparing judge = new Comparing(asked, tools);
        List<String> said = answered.rows().stream().map(Sample::answer).toList();
        Ballot ballot =
                agree.equals("pairwise") ? judge.inPairs(said) : Ballot.of(said, Agreement.by(agree, alike, tools));
        List<Integer> first = ballot.first();
        int strong = answered.of(strongest).stream()
                .filter(first::contains)
                .findFirst()
                .orElse(-1);
        int winner = strong < 0 ? first.getFirst() : strong;
        boolean open = ballot.tied() && strong < 0 && choose.equals("majority");
        Optional<Sample> made = Optional.empty();
        if (ballot.differ() && choose.equals("best-of")) {
            winner = judge.best(ballot);
        } else if (ballot.differ() && choose.equals("reward")) {
            made = Optional.of(mostRewarded(judge, answered, ballot, tools));
        } else if (ballot.differ() && choose.equals("synthesis")) {
            Outcome written = new Draft(goal, 0).ofAll(ballot.distinct(), tools.model("writer"), judge.asked(), tools);
            judge.say(written.sample());
            if (!(written instanceof Outcome.Kept)) {
                return written;
            }
            made = Optional.of(written.sample());
        }
        Sample best = made.orElse(answered.rows().get(winner));
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            candidates.add(new Candidate(said.get(i), answered.names().get(i), ballot.votes(i)));
        }
        Sample taken = taken(judge.asked(), best)
                .withCandidates(candidates, preference(ballot, best.answer()))
                .withScore("agreement", ballot.agreement())
                .withScore("votes", said.size());
        return new Outcome.Kept(open ? taken.withExtra(TIED, tied(ballot, answered.rows())) : taken);
    }

    /** One of each group is scored; of equally good ones the one with most votes stands first. */
    private static Sample mostRewarded(Comparing asked, Answered answered, Ballot ballot, Tools tools) {
        int best = -1;
        double most = 0;
        for (int i : ballot.bestFirst()) {
            Reward reward = Reward.of(answered.rows().get(i), tools);
            asked.call(reward.call());
            if (best < 0 || reward.value() > most) {
                best = i;
                most = reward.value();
            }
        }
        asked.score(Reward.NAME, most);
        return answered.rows().get(best);
    }

    /** The row with another's answer and evidence. */
    static Sample taken(Sample row, Sample answered) {
        Sample taken = row.withMessages(answered.messages()).withEvidence(answered.evidence());
        for (Map.Entry<String, JsonNode> extra : answered.extra().entrySet()) {
            taken = taken.withExtra(extra.getKey(), extra.getValue());
        }
        return taken;
    }

    /** The answer that is taken against the one with the fewest votes that says something else. */
    private static Optional<Preference> preference(Ballot ballot, String taken) {
        Optional<Integer> own = Optional.of(ballot.answers().indexOf(taken)).filter(place -> place >= 0);
        Optional<Integer> loser = Optional.empty();
        for (int i = 0; i < ballot.answers().size(); i++) {
            boolean same = own.isPresent()
                    ? ballot.groups().get(i).equals(ballot.groups().get(own.get()))
                    : !ballot.differ();
            if (!same && (loser.isEmpty() || ballot.votes(i) < ballot.votes(loser.get()))) {
                loser = Optional.of(i);
            }
        }
        return loser.map(i ->
                new Preference(Optional.of(taken), Optional.of(ballot.answers().get(i)), Optional.empty()));
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
}
