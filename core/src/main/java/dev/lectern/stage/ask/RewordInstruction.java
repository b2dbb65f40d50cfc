package dev.lectern.stage.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.kind.TaskKinds;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.JsonRepair;
import dev.lectern.text.Languages;
import dev.lectern.text.Rouge;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Has a model word the instruction of a finished row anew; the answer stays as it is. The meaning is checked twice: by program (figures,
 * code, what stands in quotation marks and the language stay, and it is no copy), then by a model that says whether the answer still fits.
 * The reworded row is born beside the old one; one that fails is dropped and counted.
 *
 * @param share of the rows that are reworded, by a stable draw
 * @param checkedBy the role that says whether the answer still fits: {@code writer}, or {@code judge}, which it is where one is named
 */
public record RewordInstruction(double share, String checkedBy) implements PerSample {
    private static final String REWORD = "reword-instruction/reword";
    private static final String MEANING = "reword-instruction/meaning";
    /** ROUGE-L from which it is the same instruction once more. */
    private static final double COPY = 0.9;

    private static final Pattern KEPT = Pattern.compile("\\d+(?:[.,]\\d+)*|`[^`]+`|[“\"「][^”\"」]+[”\"」]");

    public RewordInstruction() {
        this(1);
    }

    public RewordInstruction(double share) {
        this(share, "writer");
    }

    public RewordInstruction {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
        } else if (!Set.of("writer", "judge").contains(checkedBy)) {
            throw new IllegalArgumentException("checked-by must be writer or judge, not '" + checkedBy + "'");
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>(
                List.of(new Use.Role("writer"), new Use.PromptFile(REWORD), new Use.PromptFile(MEANING)));
        uses.add(new Use.Role(checkedBy));
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        boolean fixed =
                TaskKinds.orQa(sample.task()).bringsText() || sample.messages().size() != 2;
        if (fixed || !Shown.drawn(share, tools, sample.instruction())) {
            return List.of(new Outcome.Kept(sample));
        }
        Map<String, String> values = Map.of("instruction", Fenced.text(sample.instruction()), "task", sample.task());
        Understood<AskReply> reply = Understood.ask(
                tools.model("writer"),
                ChatRequest.of(tools.prompts().prompt(REWORD, sample.language()).fill(values))
                        .withSchema(AskReply.SCHEMA),
                AskReply::read);
        List<Turn> rest = sample.messages().subList(1, sample.messages().size());
        List<Outcome> outcomes = new ArrayList<>();
        Shown.beside(sample, sample, reply, 1, sample.task(), tools, child -> {
                    List<Turn> turns = new ArrayList<>(child.messages());
                    turns.addAll(rest);
                    return child.withMessages(turns).withTag("reworded", "instruction");
                })
                .forEach(outcome -> outcomes.add(
                        outcome.sample().id().equals(sample.id())
                                ? outcome
                                : checked(sample, outcome.sample(), tools)));
        return outcomes;
    }

    private Outcome checked(Sample before, Sample reworded, Tools tools) {
        String one = before.instruction();
        String other = reworded.instruction();
        if (Rouge.f(one, other) >= COPY) {
            return new Outcome.Dropped(reworded, "reworded is a copy");
        } else if (!keeps(one, other) || !Languages.of(one).equals(Languages.of(other))) {
            return new Outcome.Dropped(reworded, "reworded means something else");
        }
        Map<String, String> values =
                Map.of("first", Fenced.text(one), "second", Fenced.text(other), "answer", Fenced.text(before.answer()));
        Understood<Boolean> same = Understood.ask(
                tools.model(checkedBy),
                ChatRequest.of(
                        tools.prompts().prompt(MEANING, before.language()).fill(values)),
                RewordInstruction::supported);
        Sample asked = reworded.withLineage(reworded.lineage().withCall(same.key()));
        return same.value() ? new Outcome.Kept(asked) : new Outcome.Dropped(asked, "reworded means something else");
    }

    /** Figures, code and what stands in quotation marks. */
    private static boolean keeps(String one, String other) {
        String folded = Words.fold(other);
        Matcher kept = KEPT.matcher(Words.fold(one));
        return kept.results().allMatch(found -> folded.contains(found.group()));
    }

    private static Optional<Boolean> supported(String reply) {
        return JsonRepair.find(reply)
                .map(found -> found.json().path("supported"))
                .filter(JsonNode::isBoolean)
                .map(JsonNode::asBoolean);
    }
}
