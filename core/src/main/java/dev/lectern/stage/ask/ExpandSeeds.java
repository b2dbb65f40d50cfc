package dev.lectern.stage.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.QuestionsReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Has a model write new questions of the kind of the examples that were drawn. A seed that is a question already goes through as it is.
 *
 * @param questions how many a call asks for
 * @param temperature of the call
 */
public record ExpandSeeds(int questions, double temperature) implements PerSample {
    private static final String PROMPT = "expand-seeds/expand";

    public ExpandSeeds() {
        this(8, 0.8);
    }

    public ExpandSeeds {
        if (questions < 1) {
            throw new IllegalArgumentException("questions must be 1 or more, not " + questions);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EXAMPLES);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (!sample.messages().isEmpty()) {
            return List.of(new Outcome.Kept(sample));
        }
        Understood<QuestionsReply> reply =
                Understood.ask(tools.model("writer"), request(sample, tools), QuestionsReply::read);
        Sample asked = sample.withLineage(sample.lineage().withCall(reply.key()));
        List<String> examples = examples(sample);
        List<Outcome> born = new ArrayList<>();
        for (String question : reply.value().questions()) {
            if (born.size() < questions && !examples.contains(question)) {
                String id = Hash.id(sample.id(), tools.chance().place(), question);
                born.add(new Outcome.Kept(asked.child(id, List.of(Turn.user(question)), "qa")
                        .without("examples")
                        .without("time")));
            }
        }
        return born.isEmpty() ? List.of(new Outcome.Dropped(asked, "the model wrote no new question")) : born;
    }

    private ChatRequest request(Sample sample, Tools tools) {
        StringBuilder list = new StringBuilder();
        List<String> examples = examples(sample);
        for (int i = 0; i < examples.size(); i++) {
            list.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(". ")
                    .append(examples.get(i).replaceAll("\\s+", " "));
        }
        Map<String, String> values =
                Map.of("examples", Fenced.text(list.toString()), "count", Integer.toString(questions));
        return ChatRequest.of(tools.prompts().prompt(PROMPT, sample.language()).fill(values))
                .withSchema(QuestionsReply.SCHEMA)
                .withParameter("temperature", temperature)
                .again(
                        sample.extra().containsKey("time")
                                ? sample.extra().get("time").asInt()
                                : 0);
    }

    private static List<String> examples(Sample sample) {
        JsonNode examples = sample.extra().get("examples");
        return examples == null
                ? List.of()
                : StreamSupport.stream(examples.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList();
    }
}
