package dev.lectern.stage.ask;

import dev.lectern.kind.Frame;
import dev.lectern.kind.TaskKinds;
import dev.lectern.kind.Variety;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.PairsReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Has a model write instructions for a passage together with their answers and a quote for each, in one request: the economy mode. A third of
 * the calls, at the price of evidence from one passage alone and of one quote per answer.
 *
 * @param perPassage pairs per passage at most
 * @param tasks task kinds with their shares; only kinds whose answer is one text
 * @param variety the axes by which instructions differ
 * @param goal what the dataset is for; empty = whatever the documents give
 * @param frames how experts want instructions
 */
public record AskAndAnswer(
        int perPassage, SortedMap<String, Double> tasks, List<String> variety, String goal, List<Frame> frames)
        implements PerSample {
    private static final String PROMPT = "ask-and-answer/pairs";

    public AskAndAnswer() {
        this(3, new TreeMap<>(Map.of("qa", 1.0)), Variety.AXES, "", List.of());
    }

    public AskAndAnswer {
        AskFromEvidence asking = new AskFromEvidence(perPassage, tasks, variety, goal, frames);
        tasks = asking.tasks();
        variety = asking.variety();
        frames = asking.frames();
        String plain = TaskKinds.orQa("qa").form().prompt();
        for (String task : tasks.keySet()) {
            if (!TaskKinds.orQa(task).form().prompt().equals(plain)) {
                throw new IllegalArgumentException(
                        "the task '" + task + "' takes more than one call; leave out --economy for it");
            }
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>(asking().uses());
        uses.add(new Use.PromptFile(PROMPT));
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        AskFromEvidence asking = asking();
        List<AskFromEvidence.Place> places = asking.places(sample, tools);
        Understood<PairsReply> reply =
                Understood.ask(tools.model("writer"), request(sample, asking, places, tools), PairsReply::read);
        Lineage lineage = sample.lineage().withCall(reply.key());
        List<AskFromEvidence.Place> left = new ArrayList<>(places);
        Set<String> seen = new HashSet<>();
        List<Outcome> born = new ArrayList<>();
        for (PairsReply.Pair pair : reply.value().pairs()) {
            if (born.size() < perPassage && seen.add(pair.instruction())) {
                String id = Hash.id(sample.id(), tools.chance().place(), pair.instruction());
                Sample asked = AskFromEvidence.asked(
                        sample.withLineage(lineage), id, pair.instruction(), AskFromEvidence.take(pair.task(), left));
                born.add(answered(asked, pair));
            }
        }
        return born.isEmpty()
                ? List.of(new Outcome.Dropped(sample.withLineage(lineage), "the passage gives no instruction"))
                : born;
    }

    private static Outcome answered(Sample asked, PairsReply.Pair pair) {
        Sample whole = asked.withTurn(Turn.assistant(pair.response()));
        if (pair.quote().isEmpty()) {
            return TaskKinds.orQa(asked.task()).needsQuotes()
                    ? new Outcome.Dropped(whole, "answer without a quote")
                    : new Outcome.Kept(whole.withEvidence(List.of()));
        }
        Evidence from = asked.evidence().stream()
                .filter(evidence -> evidence.quote().contains(pair.quote()))
                .findFirst()
                .orElse(asked.evidence().getFirst());
        return new Outcome.Kept(whole.withEvidence(
                List.of(Evidence.claimed(from.document(), from.passage(), pair.quote(), from.uri()))));
    }

    private AskFromEvidence asking() {
        return new AskFromEvidence(perPassage, tasks, variety, goal, frames);
    }

    private static ChatRequest request(
            Sample sample, AskFromEvidence asking, List<AskFromEvidence.Place> places, Tools tools) {
        String language = sample.language();
        return ChatRequest.of(tools.prompts()
                        .prompt(PROMPT, language)
                        .fill(Map.of(
                                "passages",
                                Fenced.passages(Shown.of(sample, tools), language),
                                "wanted",
                                asking.wanted(places, "", tools.prompts(), language))))
                .withSchema(PairsReply.SCHEMA);
    }
}
