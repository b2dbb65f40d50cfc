package dev.lectern.stage.ask;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.kind.Frame;
import dev.lectern.kind.Goal;
import dev.lectern.kind.Offer;
import dev.lectern.kind.TaskKinds;
import dev.lectern.kind.TaskShares;
import dev.lectern.kind.Variety;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Has a model write instructions that a passage answers: one request per passage, whatever the kinds. The instructions are born from
 * the passage's sample and carry its evidence on.
 *
 * @param perPassage instructions per passage at most
 * @param tasks task kinds with their shares; which passage gets which kind is a stable draw
 * @param variety the axes by which instructions differ; a stable draw for each
 * @param goal what the dataset is for, in a sentence or two; empty = whatever the documents give
 * @param frames how experts want instructions; of those that suit a kind each instruction draws one
 */
public record AskFromEvidence(
        int perPassage, SortedMap<String, Double> tasks, List<String> variety, String goal, List<Frame> frames)
        implements PerSample {
    private static final String PROMPT = "ask-from-evidence/instructions";
    /** Where a drawn sample says what it should be asked for, if not by the recipe's shares. */
    private static final String OWN_TASKS = "tasks";
    /** Shares are drawn to this many parts. */
    private static final int FINE = 1 << 20;

    public AskFromEvidence() {
        this(3, new TreeMap<>(Map.of("qa", 1.0)));
    }

    public AskFromEvidence(int perPassage, SortedMap<String, Double> tasks) {
        this(perPassage, tasks, Variety.AXES, "", List.of());
    }

    public AskFromEvidence {
        tasks = new TaskShares(tasks).shares();
        variety = Variety.checked(variety);
        frames = List.copyOf(frames);
        if (perPassage < 1) {
            throw new IllegalArgumentException("per-passage must be 1 or more, not " + perPassage);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Use> uses() {
        Set<Use> uses = new LinkedHashSet<>(Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT)));
        tasks.keySet()
                .forEach(
                        task -> uses.add(new Use.PromptFile(TaskKinds.orQa(task).askPrompt())));
        Variety.prompts().forEach(prompt -> uses.add(new Use.PromptFile(prompt)));
        Goal.prompts().forEach(prompt -> uses.add(new Use.PromptFile(prompt)));
        if (tasks.keySet().stream().anyMatch(task -> TaskKinds.orQa(task).needsTools())) {
            uses.add(new Use.Toolbox());
        }
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (!sample.instruction().isEmpty()) {
            return List.of(new Outcome.Kept(sample)); // an earlier stage has asked
        }
        List<Place> places = places(sample, tools);
        Understood<AskReply> reply =
                Understood.ask(tools.model("writer"), request(sample, places, tools), AskReply::read);
        Lineage lineage = sample.lineage().withCall(reply.key());
        List<Outcome> born = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Place> left = new ArrayList<>(places);
        for (AskReply.Item item : reply.value().instructions()) {
            if (born.size() < perPassage && seen.add(item.instruction())) {
                String id = Hash.id(sample.id(), tools.chance().place(), item.instruction());
                Sample child = asked(sample.withLineage(lineage), id, item.instruction(), take(item.task(), left));
                born.add(new Outcome.Kept(
                        offer(sample, tools).map(offer -> offer.on(child)).orElse(child)));
            }
        }
        String nothing = goal.isEmpty() ? "the passage gives no instruction" : "the passage gives nothing for the goal";
        return born.isEmpty() ? List.of(new Outcome.Dropped(sample.withLineage(lineage), nothing)) : born;
    }

    /** An instruction with a text to work on is one turn; what that text is, layouts with a column for it want to know. */
    static Sample asked(Sample from, String id, String instruction, Place place) {
        Sample child = from.without(OWN_TASKS).child(id, List.of(Turn.user(instruction)), place.task);
        int blank = instruction.indexOf("\n\n");
        if (blank > 0 && TaskKinds.orQa(place.task).bringsText()) {
            child = child.withExtra(
                    "input", TextNode.valueOf(instruction.substring(blank).strip()));
        }
        for (Map.Entry<String, String> drawn : place.manner.entrySet()) {
            child = child.withTag(drawn.getKey(), drawn.getValue());
        }
        return child;
    }

    /** One instruction that a passage is asked for: its kind, and a value for each axis of variety. */
    record Place(String task, SortedMap<String, String> manner) {}

    /** Each place is drawn by the shares, by what the passage says and not where; those of a kind stand together. */
    List<Place> places(Sample sample, Tools tools) {
        String text = Shown.text(sample, tools);
        TaskShares shares = shares(sample);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < perPassage; i++) {
            String task = shares.at((double) tools.chance().pick(FINE, text, "task " + i) / FINE);
            SortedMap<String, String> manner =
                    Variety.draw(TaskKinds.orQa(task), variety, tools.prompts(), tools.chance(), text, i);
            Variety.frame(frames, task, manner, tools.chance(), text, i);
            places.add(new Place(task, manner));
        }
        places.sort(Comparator.comparing(Place::task));
        return places;
    }

    /** The recipe's, or those that the draw has written on the sample where kinds are still missing in a mix. */
    private TaskShares shares(Sample sample) {
        SortedMap<String, Double> own = new TreeMap<>();
        Optional.ofNullable(sample.extra().get(OWN_TASKS))
                .ifPresent(weights -> weights.properties()
                        .forEach(weight ->
                                own.put(weight.getKey(), weight.getValue().asDouble())));
        return new TaskShares(own.isEmpty() ? tasks : own);
    }

    private ChatRequest request(Sample sample, List<Place> places, Tools tools) {
        PromptLibrary prompts = tools.prompts();
        String language = sample.language();
        String calls = offer(sample, tools)
                .map(offer -> offer.told(language.startsWith("zh")))
                .orElse("");
        return ChatRequest.of(prompts.prompt(PROMPT, language)
                        .fill(Map.of(
                                "passages",
                                Fenced.passages(Shown.of(sample, tools), language),
                                "wanted",
                                wanted(places, calls, prompts, language))))
                .withSchema(AskReply.SCHEMA);
    }

    /** What the places ask for, in words: the kinds, how each should be, and what the dataset is for. */
    String wanted(List<Place> places, String calls, PromptLibrary prompts, String language) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        places.forEach(place -> counts.merge(place.task, 1, Integer::sum));
        String kinds = counts.entrySet().stream()
                .map(task -> prompts.prompt(TaskKinds.orQa(task.getKey()).askPrompt(), language)
                        .fill(Map.of("count", Integer.toString(task.getValue()), "tools", calls))
                        .getLast()
                        .content())
                .collect(Collectors.joining("\n"));
        String manners = Variety.asking(
                places.stream()
                        .map(place -> Map.entry(place.task, place.manner))
                        .toList(),
                frames,
                prompts,
                language);
        return Stream.of(kinds, manners, new Goal(goal).asking(prompts, language))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The tools that rows of this passage have, where there are any. */
    private static Optional<Offer> offer(Sample sample, Tools tools) {
        return Offer.of(tools.supplies().toolbox(), Shown.text(sample, tools), tools.chance());
    }

    /** The first place of the kind that the model named, if one is left; else the first that is left. */
    static Place take(String named, List<Place> left) {
        Place place = left.stream()
                .filter(each -> each.task.equals(named))
                .findFirst()
                .orElse(left.getFirst());
        left.remove(place);
        return place;
    }
}
