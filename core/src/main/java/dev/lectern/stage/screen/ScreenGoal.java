package dev.lectern.stage.screen;

import dev.lectern.kind.Goal;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.GroundedReply;
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
 * Drops what lies outside the goal: what speaks of something that the goal leaves out in so many words ({@code not: prices, roadmap}), and,
 * where a judge is named, questions that it finds outside. It costs least before answering.
 *
 * @param judged whether a judge is asked about the question; otherwise who writes also says what lies outside
 */
public record ScreenGoal(String goal, boolean judged) implements PerSample {
    private static final String PROMPT = "goal/judge";

    public ScreenGoal(String goal) {
        this(goal, false);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Use> uses() {
        return judged ? Set.of(new Use.Role("judge"), new Use.PromptFile(PROMPT)) : Set.of();
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (new Goal(goal).fault(sample).isPresent()) {
            return List.of(new Outcome.Dropped(sample, Goal.OUTSIDE));
        }
        return List.of(judged ? asked(sample, tools) : new Outcome.Kept(sample));
    }

    private Outcome asked(Sample sample, Tools tools) {
        Map<String, String> values = Map.of("instruction", Fenced.text(sample.instruction()), "goal", goal);
        ChatRequest request = ChatRequest.of(
                        tools.prompts().prompt(PROMPT, sample.language()).fill(values))
                .withSchema(GroundedReply.SCHEMA);
        Understood<GroundedReply> reply = Understood.ask(tools.model("judge"), request, GroundedReply::read);
        Sample judgedOnce = sample.withLineage(sample.lineage().withCall(reply.key()));
        return reply.value().supported()
                ? new Outcome.Kept(judgedOnce)
                : new Outcome.Dropped(
                        judgedOnce.withTag("outside", reply.value().reason()), Goal.OUTSIDE);
    }
}
