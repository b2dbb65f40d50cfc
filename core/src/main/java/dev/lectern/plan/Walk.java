package dev.lectern.plan;

import dev.lectern.model.ModelException;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Takes one sample through the stages of a recipe on its own. Stages that look at several samples are passed over. Where a model does not
 * answer, a stand-in of the usual length goes on in the place of what it would have written, so that later prompts can be counted.
 *
 * @param questions how many stand-ins an asking stage gives
 */
record Walk(List<Named<Stage>> stages, Function<Named<Stage>, Tools> tools, int questions) {
    /** @param real false if a model's words in it are stand-ins */
    private record Step(Sample sample, boolean real) {}

    /**
     * @param goOn whether to go on with stand-ins where the budget ends; else the exception goes up
     * @return samples that went through all stages by what models really answered
     * @throws ModelException if a model could not be reached
     */
    long through(Sample drawn, boolean goOn) {
        List<Step> now = List.of(new Step(drawn, true));
        for (Named<Stage> named : stages) {
            if (named.what() instanceof PerSample stage) {
                List<Step> next = new ArrayList<>();
                now.forEach(step -> next.addAll(after(stage, tools.apply(named), step, goOn)));
                now = next;
            }
        }
        return now.stream().filter(Step::real).count();
    }

    private List<Step> after(PerSample stage, Tools own, Step step, boolean goOn) {
        boolean looked = stage.paid() || stage.adds().contains(Trait.EVIDENCE);
        if (!step.real && !looked) {
            return List.of(step);
        }
        try {
            return stage.apply(step.sample, own).stream()
                    .filter(Outcome.Kept.class::isInstance)
                    .map(outcome -> new Step(outcome.sample(), step.real))
                    .toList();
        } catch (ModelException e) {
            if (e.kind() == ModelException.Kind.REFUSED) {
                return List.of();
            } else if (!goOn || e.kind() != ModelException.Kind.BUDGET) {
                throw e;
            }
            return stage.adds().contains(Trait.QUESTION)
                    ? standIns(step.sample)
                    : List.of(new Step(scored(step.sample, stage), false));
        }
    }

    /** What was scored once is not asked again by a later stage. */
    private static Sample scored(Sample sample, PerSample stage) {
        Sample scored = sample;
        for (Trait added : stage.adds()) {
            scored = added.kind().equals("score") ? scored.withScore(added.name(), 1) : scored;
        }
        return scored;
    }

    private List<Step> standIns(Sample sample) {
        String question = sample.language().startsWith("zh")
                ? "这一段里最重要的规定是什么，为什么要这样规定？"
                : "What does the most important rule here require, and why is it there at all?";
        return IntStream.range(0, questions)
                .mapToObj(i -> new Step(
                        sample.child(Hash.id(sample.id(), "plan", "" + i), List.of(Turn.user(question)), "qa"), false))
                .toList();
    }
}
