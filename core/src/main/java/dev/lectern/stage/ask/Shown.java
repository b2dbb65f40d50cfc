package dev.lectern.stage.ask;

import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What asking stages share: what a model is shown of a sample, and samples born beside one that goes on. */
final class Shown {
    private Shown() {}

    static List<Fenced.Shown> of(Sample sample, Tools tools) {
        return sample.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
    }

    /** What the passages say and nothing of where it stands: what draws go by. */
    static String text(Sample sample, Tools tools) {
        return of(sample, tools).toString();
    }

    /** Whether the record belongs to a share of all, by a stable draw. */
    static boolean drawn(double share, Tools tools, String record) {
        int fine = 1 << 20;
        return tools.chance().pick(fine, record, "share") < share * fine;
    }

    /** Asks for instructions. A prompt of these has the places {@code {{passages}}} and those given. */
    static Understood<AskReply> ask(String prompt, Sample shown, Map<String, String> values, Tools tools) {
        Map<String, String> all = new TreeMap<>(values);
        all.put("passages", Fenced.passages(of(shown, tools), shown.language()));
        return Understood.ask(
                tools.model("writer"),
                ChatRequest.of(tools.prompts().prompt(prompt, shown.language()).fill(all))
                        .withSchema(AskReply.SCHEMA),
                AskReply::read);
    }

    /** The sample as it came, and beside it those born from it. */
    static List<Outcome> beside(
            Sample sample,
            Sample from,
            Understood<AskReply> reply,
            int most,
            String task,
            Tools tools,
            UnaryOperator<Sample> finish) {
        List<Outcome> outcomes = new ArrayList<>(List.of(new Outcome.Kept(sample)));
        Lineage lineage = from.lineage().withCall(reply.key());
        reply.value().instructions().stream()
                .map(AskReply.Item::instruction)
                .distinct()
                .filter(instruction -> !instruction.equals(sample.instruction()))
                .limit(most)
                .forEach(instruction -> {
                    String id = Hash.id(sample.id(), tools.chance().place(), instruction);
                    Sample child = from.withLineage(lineage).child(id, List.of(Turn.user(instruction)), task);
                    outcomes.add(new Outcome.Kept(finish.apply(child)));
                });
        return outcomes;
    }
}
