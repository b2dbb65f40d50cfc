package dev.lectern.testkit;

import dev.lectern.aim.Classification;
import dev.lectern.aim.PairText;
import dev.lectern.engine.RunTools;
import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.select.Policy;
import dev.lectern.select.Pool;
import dev.lectern.select.Selection;
import dev.lectern.select.Settings;
import dev.lectern.select.Subjects;
import dev.lectern.select.Target;
import dev.lectern.select.Yield;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Tools;
import dev.lectern.stage.dedup.DropNearCopies;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The policy alone, with yields that are known beforehand.
 *
 * @param items that it named, in the order of rounds
 * @param copies ids of the rows that were dropped as copies of others on the way
 */
record PlayedSelection(List<Integer> items, Set<String> copies) {
    /**
     * @param examples texts of the pairs of the target
     * @param aRound items of a round at the most
     * @param inAll items of all rounds together
     */
    static PlayedSelection of(
            Policy policy,
            Settings settings,
            Extracted extracted,
            List<String> examples,
            Embedder embedder,
            int aRound,
            int inAll) {
        Map<String, Integer> documents = new LinkedHashMap<>();
        extracted.items().forEach(item -> documents.putIfAbsent(item.document(), documents.size()));
        Pool pool = Pool.of(
                embedder.embed(
                        extracted.items().stream().map(Extracted.Item::text).toList()),
                extracted.items().stream()
                        .mapToInt(item -> documents.getOrDefault(item.document(), 0))
                        .toArray());
        Subjects subjects = Classification.in(Set.of("en"))
                .as(names -> embedder.embed(names.stream().map(Worded::text).toList()));
        Target target = Target.of(embedder.embed(examples)).among(subjects);
        Selection selection = policy.open(pool, target, settings);
        Copies rule = new Copies();
        PlayedSelection played = new PlayedSelection(new ArrayList<>(), new TreeSet<>());
        while (played.items.size() < inAll) {
            List<Integer> named = IntStream.of(selection.next(Math.min(aRound, inAll - played.items.size())))
                    .boxed()
                    .toList();
            List<Sample> came = named.stream()
                    .flatMap(item -> extracted.of(item).stream())
                    .filter(row -> row.scores().containsKey("fit"))
                    .toList();
            played.items.addAll(named);
            played.copies.addAll(rule.of(came));
            selection.learn(named.stream()
                    .map(item -> played.told(item, extracted.of(item), came, embedder))
                    .toList());
        }
        return played;
    }

    /** @param came rows of the round that were held against the target */
    private Yield told(int item, List<Sample> all, List<Sample> came, Embedder embedder) {
        List<Sample> earning = all.stream()
                .filter(row -> came.contains(row) && !copies.contains(row.id()))
                .toList();
        List<String> pairs = earning.stream()
                .map(row -> PairText.of(row.instruction(), row.answer()))
                .toList();
        long born =
                all.stream().filter(row -> !row.lineage().parents().isEmpty()).count();
        return new Yield(
                item,
                pairs.isEmpty() ? List.of() : embedder.embed(pairs),
                earning.stream().map(row -> row.scores().get("fit")).toList(),
                (int) born - earning.size());
    }

    /** What is dropped as a copy depends on what came before it: the simulation drops copies round by round, too. */
    private static final class Copies {
        private final DropNearCopies rule = new DropNearCopies();
        private final Tools tools = new RunTools(
                        "equal",
                        new MemoryCorpus(List.of()),
                        Map.of(),
                        ResourcePrompts.shipped(),
                        Clock.systemUTC(),
                        new Chance(42, ""))
                .at("drop-near-copies");
        private final InOrderRun<DropNearCopies.Entry, ?> run = InOrderRun.of(rule, tools);

        /** Ids of the rows of a round that are copies of others. */
        Set<String> of(List<Sample> round) {
            List<DropNearCopies.Entry> entries = round.stream()
                    .map(row -> rule.entry(row, tools))
                    .sorted(rule.order())
                    .toList();
            return run.next(entries).stream().map(Ruling::id).collect(Collectors.toSet());
        }
    }

    /** A stage with its memory. */
    private record InOrderRun<E, M>(InOrder<E, M> stage, M memory) {
        static <E, M> InOrderRun<E, M> of(InOrder<E, M> stage, Tools tools) {
            return new InOrderRun<>(stage, stage.open(tools));
        }

        List<Ruling> next(List<E> entries) {
            List<Ruling> rulings = new ArrayList<>();
            entries.forEach(entry -> rulings.addAll(stage.next(memory, entry)));
            rulings.addAll(stage.close(memory));
            return rulings;
        }
    }
}
