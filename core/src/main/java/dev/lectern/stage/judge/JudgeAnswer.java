package dev.lectern.stage.judge;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.ScoresReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Has judges rate the answer from 1 to 5 by each criterion. Marks, never cuts: each criterion is a score of its name, the mean over judges;
 * {@code quality} is the mean of all. The last judge's reason stays with the row.
 *
 * @param criteria names of what is rated; the judge is told no more than the name, so name it well
 * @param optional whether the stage is left out where no judge is named
 */
public record JudgeAnswer(List<String> criteria, boolean optional) implements PerSample, Optionally {
    private static final String PROMPT = "judge-answer/rubric";

    public JudgeAnswer() {
        this(List.of("correct", "complete", "clear", "helpful"), false);
    }

    public JudgeAnswer {
        criteria = List.copyOf(criteria);
        boolean plain = criteria.stream().allMatch(name -> name.matches("[\\p{L}\\p{N} _-]{1,40}"));
        if (criteria.isEmpty() || !plain || new HashSet<>(criteria).size() < criteria.size()) {
            throw new IllegalArgumentException("criteria must be different names of letters, such as [correct, clear]");
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Trait> adds() {
        Set<Trait> scores = new LinkedHashSet<>(Set.of(Trait.score(Rank.QUALITY)));
        criteria.forEach(name -> scores.add(Trait.score(name)));
        return scores;
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("judge"), new Use.PromptFile(PROMPT));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        ChatRequest request = request(sample, tools);
        Sample judged = sample;
        SortedMap<String, Integer> sums = new TreeMap<>();
        List<ChatModel> judges = tools.models("judge");
        for (ChatModel judge : judges) {
            Understood<ScoresReply> reply = Understood.ask(judge, request, text -> ScoresReply.read(text, criteria));
            judged = judged.withLineage(judged.lineage().withCall(reply.key()))
                    .withTag("judged", reply.value().reason());
            reply.value().scores().forEach((name, score) -> sums.merge(name, score, Integer::sum));
        }
        int all = 0;
        for (Map.Entry<String, Integer> sum : sums.entrySet()) {
            judged = judged.withScore(sum.getKey(), (double) sum.getValue() / judges.size());
            all += sum.getValue();
        }
        return List.of(
                new Outcome.Kept(judged.withScore(Rank.QUALITY, (double) all / (judges.size() * criteria.size()))));
    }

    private ChatRequest request(Sample sample, Tools tools) {
        List<Fenced.Shown> shown = sample.evidence().stream()
                .map(evidence -> new Fenced.Shown(List.of(), evidence.quote()))
                .toList();
        String form = criteria.stream().map(name -> "\"" + name + "\":3").collect(Collectors.joining(","));
        return ChatRequest.of(tools.prompts()
                        .prompt(PROMPT, sample.language())
                        .fill(Map.of(
                                "criteria",
                                form,
                                "passages",
                                Fenced.passages(shown, sample.language()),
                                "instruction",
                                Fenced.text(sample.instruction()),
                                "response",
                                Fenced.text(sample.answer()))))
                .withSchema(ScoresReply.SCHEMA);
    }
}
