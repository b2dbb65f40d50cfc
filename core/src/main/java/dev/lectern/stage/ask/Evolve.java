package dev.lectern.stage.ask;

import dev.lectern.kind.TaskKinds;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Fenced;
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
import java.util.stream.Collectors;

/**
 * Has a model make harder or rarer instructions out of those there are, as Evol-Instruct does, but from the evidence: deepened (a condition
 * more, a reason, a concrete case, a further step) or broadened (something of the same field that was not asked). The new one is born beside
 * the old one, which stays. What works on a text or names its choices is left alone.
 *
 * @param share of the instructions that are evolved, by a stable draw
 * @param ways {@code deepen}, {@code broaden}; which one is drawn
 */
public record Evolve(double share, List<String> ways) implements PerSample {
    private static final List<String> WAYS = List.of("deepen", "broaden");

    public Evolve() {
        this(0.2, WAYS);
    }

    public Evolve {
        ways = List.copyOf(ways);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
        } else if (ways.isEmpty() || !WAYS.containsAll(ways)) {
            throw new IllegalArgumentException("ways are " + String.join(" and ", WAYS) + ", not " + ways);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses =
                ways.stream().map(way -> new Use.PromptFile("evolve/" + way)).collect(Collectors.toSet());
        uses.add(new Use.Role("writer"));
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        boolean fixed =
                TaskKinds.orQa(sample.task()).bringsText() || sample.task().equals("classification");
        if (fixed || !sample.answer().isEmpty() || !Shown.drawn(share, tools, sample.instruction())) {
            return List.of(new Outcome.Kept(sample));
        }
        String way = ways.get(tools.chance().pick(ways.size(), sample.instruction(), "way"));
        Understood<AskReply> reply = Shown.ask(
                "evolve/" + way,
                sample,
                Map.of("instruction", Fenced.text(sample.instruction()), "task", sample.task()),
                tools);
        return Shown.beside(sample, sample, reply, 1, sample.task(), tools, child -> child.withTag("evolved", way));
    }
}
