package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Candidate;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Preference;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives tied votes to the strongest voter: the one whose answers agree most often with those of the others, over all rows. Who errs on its
 * own agrees with few, so strength shows without a key of answers. Voters of equal strength stand in the order they were named.
 */
public record SettleTies() implements PerDataset<SortedMap<String, Long>> {
    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.ANSWER, Trait.score("votes"));
    }

    @Override
    public SortedMap<String, Long> empty() {
        return new TreeMap<>();
    }

    @Override
    public SortedMap<String, Long> add(SortedMap<String, Long> summary, Sample sample) {
        for (Candidate candidate : sample.candidates()) {
            summary.merge(candidate.model(), candidate.votes() - 1L, Long::sum);
        }
        return summary;
    }

    @Override
    public SortedMap<String, Long> merge(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        other.forEach((voter, agreed) -> one.merge(voter, agreed, Long::sum));
        return one;
    }

    @Override
    public List<Outcome> act(SortedMap<String, Long> summary, Sample sample, Tools tools) {
        JsonNode tied = sample.extra().get(Vote.TIED);
        if (tied == null) {
            return List.of(new Outcome.Kept(sample));
        }
        JsonNode best = tied.path(0);
        for (JsonNode one : tied) {
            best = strength(one, sample, summary) > strength(best, sample, summary) ? one : best;
        }
        Sample winner = Json.mapper()
                .convertValue(
                        Json.mapper()
                                .<com.fasterxml.jackson.databind.node.ObjectNode>valueToTree(sample)
                                .<com.fasterxml.jackson.databind.node.ObjectNode>set("messages", best.path("messages"))
                                .set("evidence", best.path("evidence")),
                        Sample.class);
        Candidate chosen = sample.candidates().get(best.path("candidate").asInt());
        Optional<Preference> pair = sample.preference()
                .map(before -> before.rejected().equals(Optional.of(chosen.content()))
                        ? new Preference(Optional.of(chosen.content()), before.chosen(), Optional.empty())
                        : new Preference(Optional.of(chosen.content()), before.rejected(), Optional.empty()));
        return List.of(new Outcome.Kept(winner.withoutExtra(Vote.TIED).withCandidates(sample.candidates(), pair)));
    }

    private static long strength(JsonNode tied, Sample sample, SortedMap<String, Long> summary) {
        String voter = sample.candidates().get(tied.path("candidate").asInt()).model();
        return summary.getOrDefault(voter, 0L);
    }
}
