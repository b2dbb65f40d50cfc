package dev.lectern.stage.judge;

import dev.lectern.aim.Sight;
import dev.lectern.check.Nearest;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.ScoresReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says how well a row fits the target: the score {@code fit}, from 0 to 1. Marks, never cuts. What a draw learns of a round are the rows that
 * came so far.
 *
 * @param by {@code vectors}: 0 for a row that is no nearer to the target's examples than pairs about something else, 1 for one as near as they
 *     are to each other; where no document is in a language of the target nothing can be said, and the score is left out. {@code judge}: from 1 to 5 by the judges, who see some of the examples; their mean, 1 counted as 0 and 5 as 1
 */
public record MatchTarget(String by) implements PerSample {
    public static final String VECTORS = "vectors";
    public static final String JUDGE = "judge";

    private static final String PROMPT = "match-target/examples";

    /** So many show what is wanted; more would be paid for with every row. */
    private static final int SHOWN = 8;

    public MatchTarget() {
        this(VECTORS);
    }

    public MatchTarget {
        if (!by.equals(VECTORS) && !by.equals(JUDGE)) {
            throw new IllegalArgumentException(
                    "by is vectors or judge, not '" + by + "': " + Nearest.hint(by, List.of(VECTORS, JUDGE)));
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.score(Sight.FIT));
    }

    @Override
    public Set<Use> uses() {
        return by.equals(JUDGE)
                ? Set.of(new Use.Target(), new Use.Role(JUDGE), new Use.PromptFile(PROMPT))
                : Set.of(new Use.Target(), new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return List.of(new Outcome.Kept(by.equals(JUDGE) ? judged(sample, tools) : compared(sample, tools)));
    }

    private static Sample compared(Sample sample, Tools tools) {
        Sight sight = tools.supplies().sight();
        if (sight.blind(tools.corpus())) {
            return sample.withUnknownScore(Sight.FIT);
        }
        float[] pair = sight.pairs(List.of(sample), tools.corpus()).getFirst();
        return sample.withScore(Sight.FIT, sight.fit(pair, tools.corpus()));
    }

    private static Sample judged(Sample sample, Tools tools) {
        ChatRequest request = ChatRequest.of(tools.prompts()
                        .prompt(PROMPT, sample.language())
                        .fill(Map.of(
                                "examples",
                                examples(sample.language(), tools),
                                "instruction",
                                Fenced.text(sample.instruction()),
                                "response",
                                Fenced.text(sample.answer()))))
                .withSchema(ScoresReply.schema(List.of(Sight.FIT)));
        Sample judged = sample;
        double sum = 0;
        List<ChatModel> judges = tools.models(JUDGE);
        for (ChatModel judge : judges) {
            Understood<ScoresReply> reply =
                    Understood.ask(judge, request, text -> ScoresReply.read(text, List.of(Sight.FIT)));
            judged = judged.withLineage(judged.lineage().withCall(reply.key()));
            sum += (reply.value().scores().values().iterator().next() - 1) / 4.0;
        }
        return judged.withScore(Sight.FIT, Math.rint(sum / judges.size() * 1e4) / 1e4);
    }

    private static String examples(String language, Tools tools) {
        String named = language.startsWith("zh") ? "示例 " : "Example ";
        StringBuilder shown = new StringBuilder();
        int number = 0;
        for (String example : tools.supplies().sight().aim().shown(SHOWN)) {
            number++;
            shown.append(number == 1 ? "" : "\n\n").append(named).append(number).append('\n');
            shown.append(Fenced.text(example));
        }
        return shown.toString();
    }
}
