package dev.lectern.stage.ask;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.check.Nearest;
import dev.lectern.kind.TaskKinds;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Evidence;
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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Has a model write instructions that a passage answers: one request per passage, whatever the kinds. The instructions are born from
 * the passage's sample and carry its evidence on.
 *
 * @param perPassage instructions per passage at most
 * @param tasks task kinds with their shares; which passage gets which kind is a stable draw
 */
public record AskFromEvidence(int perPassage, SortedMap<String, Double> tasks) implements PerSample {
    private static final String PROMPT = "ask-from-evidence/instructions";
    /** Shares are drawn to this many parts. */
    private static final int FINE = 1 << 20;

    public AskFromEvidence() {
        this(3, new TreeMap<>(Map.of("qa", 1.0)));
    }

    public AskFromEvidence {
        tasks = Collections.unmodifiableSortedMap(new TreeMap<>(tasks));
        if (perPassage < 1) {
            throw new IllegalArgumentException("per-passage must be 1 or more, not " + perPassage);
        }
        for (Map.Entry<String, Double> task : tasks.entrySet()) {
            if (TaskKinds.find(task.getKey()).isEmpty()) {
                throw new IllegalArgumentException("the task '" + task.getKey()
                        + "' is not available here in this version; "
                        + Nearest.hint(task.getKey(), TaskKinds.names()));
            } else if (!(task.getValue() >= 0) || task.getValue().isInfinite()) {
                throw new IllegalArgumentException("the share of the task '" + task.getKey() + "' must be 0 or more");
            }
        }
        if (shares(tasks) == 0) {
            throw new IllegalArgumentException("tasks must hold at least one share, such as {qa: 1}");
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
        return uses;
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        SortedMap<String, Integer> wanted = wanted(sample, tools);
        Understood<AskReply> reply =
                Understood.ask(tools.model("writer"), request(sample, wanted, tools), AskReply::read);
        Lineage lineage = sample.lineage().withCall(reply.key());
        List<Outcome> born = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        SortedMap<String, Integer> left = new TreeMap<>(wanted);
        for (AskReply.Item item : reply.value().instructions()) {
            if (born.size() < perPassage && seen.add(item.instruction())) {
                String id = Hash.id(sample.id(), tools.chance().place(), item.instruction());
                born.add(new Outcome.Kept(
                        asked(sample.withLineage(lineage), id, item.instruction(), take(item.task(), left))));
            }
        }
        return born.isEmpty()
                ? List.of(new Outcome.Dropped(sample.withLineage(lineage), "the passage gives no instruction"))
                : born;
    }

    /** An instruction with a text to work on is one turn; what that text is, layouts with a column for it want to know. */
    private static Sample asked(Sample from, String id, String instruction, String task) {
        Sample child = from.child(id, List.of(Turn.user(instruction)), task);
        int blank = instruction.indexOf("\n\n");
        return blank > 0 && TaskKinds.orQa(task).bringsText()
                ? child.withExtra(
                        "input", TextNode.valueOf(instruction.substring(blank).strip()))
                : child;
    }

    /** How many of each kind this passage is asked for: each place is drawn by the shares, by what the passage says and not where. */
    private SortedMap<String, Integer> wanted(Sample sample, Tools tools) {
        String text = shown(sample, tools).toString();
        SortedMap<String, Integer> wanted = new TreeMap<>();
        for (int i = 0; i < perPassage; i++) {
            double point = shares(tasks) * tools.chance().pick(FINE, text, "task " + i) / FINE;
            wanted.merge(at(point), 1, Integer::sum);
        }
        return wanted;
    }

    private String at(double point) {
        double upTo = 0;
        for (Map.Entry<String, Double> task : tasks.entrySet()) {
            upTo += task.getValue();
            if (point < upTo) {
                return task.getKey();
            }
        }
        throw new IllegalStateException("a draw beyond all shares");
    }

    /** Summed in the order of the names, like {@link #at} does. */
    private static double shares(SortedMap<String, Double> tasks) {
        double sum = 0;
        for (double share : tasks.values()) {
            sum += share;
        }
        return sum;
    }

    private static ChatRequest request(Sample sample, SortedMap<String, Integer> wanted, Tools tools) {
        String language = sample.language();
        PromptLibrary prompts = tools.prompts();
        String lines = wanted.entrySet().stream()
                .map(task -> prompts.prompt(TaskKinds.orQa(task.getKey()).askPrompt(), language)
                        .fill(Map.of("count", Integer.toString(task.getValue())))
                        .getLast()
                        .content())
                .collect(Collectors.joining("\n"));
        return ChatRequest.of(prompts.prompt(PROMPT, language)
                        .fill(Map.of("passages", Fenced.passages(shown(sample, tools), language), "wanted", lines)))
                .withSchema(AskReply.SCHEMA);
    }

    private static List<Fenced.Shown> shown(Sample sample, Tools tools) {
        return sample.evidence().stream()
                .map(e -> new Fenced.Shown(headings(e, tools), e.quote()))
                .toList();
    }

    private static List<String> headings(Evidence evidence, Tools tools) {
        return tools.corpus().passage(evidence.passage()).headings();
    }

    /** The kind that the model named, if it was wished for and is not used up; else the first that is left. */
    private static String take(String named, SortedMap<String, Integer> left) {
        String task = left.getOrDefault(named, 0) > 0
                ? named
                : left.entrySet().stream()
                        .filter(e -> e.getValue() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(left.firstKey());
        left.merge(task, -1, Integer::sum);
        return task;
    }
}
