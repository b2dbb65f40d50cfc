package dev.lectern.stage.judge;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Passage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.GroundedReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has judges that see the evidence say whether it supports the answer. Marks, never cuts: the score {@code grounded} is the share of judges
 * that say yes, and a row that one of them refutes is in doubt, with the unsupported claims named. Rows that are in doubt already, or
 * judged already, cost nothing.
 *
 * @param optional whether the stage is left out where no judge is named
 */
public record CheckGrounding(boolean optional) implements PerSample, Optionally {
    private static final String PROMPT = "check-grounding/grounded";

    public CheckGrounding() {
        this(false);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER, Trait.EVIDENCE);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.score(Doubt.GROUNDED));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("judge"), new Use.PromptFile(PROMPT), new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (Doubt.isIn(sample) || sample.scores().containsKey(Doubt.GROUNDED)) {
            return List.of(new Outcome.Kept(sample));
        }
        ChatRequest request = request(sample, tools);
        Sample judged = sample;
        int supported = 0;
        List<String> unsupported = new ArrayList<>();
        List<ChatModel> judges = tools.models("judge");
        for (ChatModel judge : judges) {
            Understood<GroundedReply> reply = Understood.ask(judge, request, GroundedReply::read);
            judged = judged.withLineage(judged.lineage().withCall(reply.key()));
            supported += reply.value().supported() ? 1 : 0;
            if (!reply.value().supported()) {
                unsupported.addAll(
                        reply.value().unsupported().isEmpty()
                                ? List.of(reply.value().reason())
                                : reply.value().unsupported());
            }
        }
        Sample scored = judged.withScore(Doubt.GROUNDED, (double) supported / judges.size());
        return List.of(new Outcome.Kept(
                supported == judges.size()
                        ? scored
                        : Doubt.over(scored, "not supported", String.join("; ", unsupported))));
    }

    private static ChatRequest request(Sample sample, Tools tools) {
        Corpus corpus = tools.corpus();
        Set<String> ids = Stream.concat(
                        Doubt.shown(sample).stream(), sample.evidence().stream().map(Evidence::passage))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Fenced.Shown> shown = ids.stream()
                .map(corpus::passage)
                .sorted(Comparator.comparing(Passage::document).thenComparing(Passage::start))
                .map(passage -> new Fenced.Shown(passage.headings(), corpus.text(passage)))
                .toList();
        Map<String, String> values = Map.of(
                "passages", Fenced.passages(shown, sample.language()),
                "instruction", Fenced.text(sample.instruction()),
                "response", Fenced.text(answer(sample)));
        return ChatRequest.of(tools.prompts().prompt(PROMPT, sample.language()).fill(values))
                .withSchema(GroundedReply.SCHEMA);
    }

    /** All that the assistant says, turn by turn. */
    private static String answer(Sample sample) {
        return sample.messages().stream()
                .filter(turn -> turn.role().equals("assistant"))
                .map(Turn::content)
                .collect(Collectors.joining("\n\n"));
    }
}
