package dev.lectern.stage.judge;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.ScoresReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Doubt;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Optionally;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Rank;
import dev.lectern.stage.Reward;
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
 * {@code quality} is the mean of all. The reasons of all judges stay with the row, in the tag
 * {@code judged}.
 *
 * @param criteria what is rated: a name that is known ({@code correct}), or one of the user's own with what it means,
 *     {@code polite: it greets the customer}; none where the stage is optional and left out
 * @param optional whether the stage is left out where no judge or no criterion is named
 */
public record JudgeAnswer(List<String> criteria, boolean optional) implements PerSample, Optionally {
    private static final String PROMPT = "judge-answer/rubric";

    /** Scores that others give, on scales of their own: a criterion of the same name would take their place. */
    private static final Set<String> TAKEN =
            Set.of(Doubt.GROUNDED, Reward.NAME, Rank.QUALITY, "agreement", "votes", "weight", "rating");

    public JudgeAnswer() {
        this(List.of("correct", "complete", "clear", "helpful"), false);
    }

    public JudgeAnswer {
        criteria = List.copyOf(criteria);
        List<String> names =
                criteria.stream().map(Criterion::parse).map(Criterion::name).toList();
        boolean plain = names.stream().allMatch(name -> name.matches("[\\p{L}\\p{N} _-]{1,40}"));
        if ((names.isEmpty() && !optional) || !plain || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "criteria must be different names of letters, such as [correct, \"polite: it greets the customer\"]");
        }
        names.stream().filter(TAKEN::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("'" + name
                    + "' is a score that is no rating already; give the criterion another name, such as \"supported\"");
        });
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Trait> adds() {
        Set<Trait> scores = new LinkedHashSet<>(Set.of(Trait.score(Rank.QUALITY)));
        criteria.forEach(each -> scores.add(Trait.score(Criterion.parse(each).name())));
        return scores;
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("judge"), new Use.PromptFile(PROMPT), new Use.PromptFile(Criterion.DESCRIPTIONS));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        List<Criterion> asked = criteria.stream().map(Criterion::parse).toList();
        List<String> names = asked.stream().map(Criterion::name).toList();
        ChatRequest request = request(asked, sample, tools);
        Sample judged = sample;
        SortedMap<String, Integer> sums = new TreeMap<>();
        Set<String> reasons = new LinkedHashSet<>();
        List<ChatModel> judges = tools.models("judge");
        for (ChatModel judge : judges) {
            Understood<ScoresReply> reply = Understood.ask(judge, request, text -> ScoresReply.read(text, names));
            judged = judged.withLineage(judged.lineage().withCall(reply.key()));
            reasons.add(reply.value().reason());
            reply.value().scores().forEach((name, score) -> sums.merge(name, score, Integer::sum));
        }
        int all = 0;
        for (Map.Entry<String, Integer> sum : sums.entrySet()) {
            judged = judged.withScore(sum.getKey(), (double) sum.getValue() / judges.size());
            all += sum.getValue();
        }
        return List.of(new Outcome.Kept(judged.withTag("judged", String.join(" / ", reasons))
                .withScore(Rank.QUALITY, (double) all / (judges.size() * names.size()))));
    }

    private static ChatRequest request(List<Criterion> criteria, Sample sample, Tools tools) {
        List<Fenced.Shown> shown = sample.evidence().stream()
                .map(evidence -> new Fenced.Shown(List.of(), evidence.quote()))
                .toList();
        String form = criteria.stream().map(each -> "\"" + each.name() + "\":3").collect(Collectors.joining(","));
        return ChatRequest.of(tools.prompts()
                        .prompt(PROMPT, sample.language())
                        .fill(Map.of(
                                "described",
                                Criterion.described(criteria, tools.prompts(), sample.language()),
                                "criteria",
                                form,
                                "passages",
                                Fenced.passages(shown, sample.language()),
                                "instruction",
                                Fenced.text(sample.instruction()),
                                "response",
                                Fenced.text(sample.answer()))))
                .withSchema(ScoresReply.schema(
                        criteria.stream().map(Criterion::name).toList()));
    }
}
