package dev.lectern.stage.ask;

import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.QuestionsReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.seed.Fact;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Has a model ask, in several ways, the question whose answer has changed; of what has not changed, questions about something else. The
 * question that the file gives is one of them, as it stands.
 *
 * @param questions for a fact and for each guard, so that there is as much of what has not changed as of what has
 */
public record AskOfFact(int questions) implements PerSample {
    private static final String CHANGED = "ask-of-fact/changed";
    private static final String UNCHANGED = "ask-of-fact/unchanged";

    public AskOfFact() {
        this(5);
    }

    public AskOfFact {
        if (questions < 1) {
            throw new IllegalArgumentException("questions must be 1 or more, not " + questions);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE, Trait.tag("fact"));
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(CHANGED), new Use.PromptFile(UNCHANGED));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (sample.evidence().isEmpty()) {
            return List.of(new Outcome.Dropped(sample, "the source does not say what holds now"));
        }
        Fact fact = Fact.in(sample.extra());
        boolean guard = sample.tags().containsKey("guard");
        Understood<QuestionsReply> reply =
                Understood.ask(tools.model("writer"), request(sample, fact, guard, tools), QuestionsReply::read);
        Sample asked = sample.withLineage(sample.lineage().withCall(reply.key()));
        Optional<String> own = guard ? Optional.empty() : fact.question();
        List<String> all = new ArrayList<>(own.stream().toList());
        reply.value().questions().stream()
                .filter(question -> !all.contains(question))
                .forEach(all::add);
        List<Outcome> born = new ArrayList<>();
        for (String question : all.subList(0, Math.min(questions, all.size()))) {
            Sample child = asked.child(
                    Hash.id(sample.id(), tools.chance().place(), question), List.of(Turn.user(question)), "qa");
            boolean tells = fact.saysNow(question) || fact.saysBefore(question);
            born.add(
                    tells
                            ? new Outcome.Dropped(child, guard ? "touches what has changed" : "gives the answer away")
                            : new Outcome.Kept(child));
        }
        return born.isEmpty() ? List.of(new Outcome.Dropped(asked, "the model wrote no new question")) : born;
    }

    private ChatRequest request(Sample sample, Fact fact, boolean guard, Tools tools) {
        List<Fenced.Shown> shown = sample.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        String passages = Fenced.passages(shown, sample.language());
        String count = Integer.toString(questions);
        Map<String, String> values = guard
                ? Map.of(
                        "passages", passages,
                        "changed", Fenced.text(fact.before() + "\n" + fact.now()),
                        "count", count)
                : Map.of(
                        "passages", passages,
                        "old", Fenced.text(fact.before()),
                        "new", Fenced.text(fact.now()),
                        "question", Fenced.text(fact.question().orElse("")),
                        "count", count);
        return ChatRequest.of(tools.prompts()
                        .prompt(guard ? UNCHANGED : CHANGED, sample.language())
                        .fill(values))
                .withSchema(QuestionsReply.SCHEMA);
    }
}
