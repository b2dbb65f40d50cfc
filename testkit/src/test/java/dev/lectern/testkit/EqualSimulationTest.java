package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.aim.PairText;
import dev.lectern.engine.RunTools;
import dev.lectern.model.Embedder;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.call.Embedders;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.select.Policy;
import dev.lectern.select.Pool;
import dev.lectern.select.Reward;
import dev.lectern.select.Selection;
import dev.lectern.select.Settings;
import dev.lectern.select.Target;
import dev.lectern.select.Yield;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Tools;
import dev.lectern.stage.dedup.DropNearCopies;
import dev.lectern.text.Chance;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A build asks exactly what a simulation says it will. The simulation knows what every passage would yield, from a build that extracts them
 * all, and has nothing of the program but the policy itself.
 */
class EqualSimulationTest {
    private static final int ROUND = 8;
    private static final int ROUNDS = 6;

    /** Rewards that are not the usual one. */
    private static final Map<String, String> OWN = Map.of("paper", "transport");

    @TempDir
    Path folder;

    /** A passage as the run folder holds it. */
    private record Item(String id, String document, int start, String text) {}

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

    @ParameterizedTest
    @CsvSource({
        "tuned,own",
        "ridge,own",
        "paper,own",
        "static,own",
        "tuned,transport",
        "ucb,max-cosine",
        "paper,cosine",
        "tuned,judge"
    })
    void theBuildMakesTheCallsOfTheSimulation(String policy, String reward) throws IOException {
        ThemedDocuments.write(folder.resolve("documents"), 20);
        Files.writeString(folder.resolve("target.jsonl"), ThemedDocuments.pairs("bees", 20));
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            // Every row that comes of any passage, copies among them.
            Path whole = Files.writeString(
                    folder.resolve("whole.yaml"),
                    RecipeCatalog.text("equal").replaceAll("(?m)^ +- drop-(exact|near)-copies.*\\R", ""));
            UnaryOperator<Lectern> judged =
                    reward.equals("judge") ? l -> l.model("judge", "openai:test-model") : l -> l;
            UnaryOperator<Lectern> paid =
                    l -> judged.apply(l).set("pick-clusters.reward=" + reward).select(policy);
            build("all", server, l -> paid.apply(l).recipe(whole.toString()).select("all"));
            List<Item> items = items(folder.resolve("all"));
            Map<String, List<Sample>> rows = rows(folder.resolve("all"));
            Set<String> calls = new TreeSet<>();
            Set<String> copies = new TreeSet<>();
            for (int item : play(policy, reward, items, rows, copies, embedder(server))) {
                for (Sample row : rows.getOrDefault(root(items.get(item)), List.of())) {
                    List<String> own = row.lineage().calls();
                    boolean unjudged = reward.equals("judge") && copies.contains(row.id());
                    calls.addAll(unjudged ? own.subList(0, own.size() - 1) : own);
                }
            }

            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            server.heardBy(heard::add);
            build(
                    policy,
                    server,
                    l -> paid.apply(l).set("pick-clusters.share=" + (double) ROUND * ROUNDS / items.size()));
            long chats = heard.stream()
                    .filter(request -> request.startsWith("/v1/chat") && !request.contains("ready"))
                    .count();
            assertThat(chats).isEqualTo(calls.size());
            Set<String> used = new TreeSet<>();
            rows(folder.resolve(policy)).values().stream()
                    .flatMap(List::stream)
                    .forEach(row -> used.addAll(row.lineage().calls()));
            assertThat(used).isEqualTo(calls);
            boolean learns = !policy.equals("static");
            assertThat(Files.readAllLines(folder.resolve(policy).resolve("run/selection.jsonl")))
                    .extracting(round ->
                            Json.read(round, JsonNode.class).path("reward").asText())
                    .containsOnly(
                            !learns ? "none" : reward.equals("own") ? OWN.getOrDefault(policy, "cosine") : reward);
        }
    }

    /** The policy alone, with yields that are known beforehand. */
    private List<Integer> play(
            String policy,
            String reward,
            List<Item> items,
            Map<String, List<Sample>> rows,
            Set<String> dropped,
            Embedder embedder)
            throws IOException {
        Map<String, Integer> documents = new LinkedHashMap<>();
        items.forEach(item -> documents.putIfAbsent(item.document, documents.size()));
        Pool pool = Pool.of(
                embedder.embed(items.stream().map(Item::text).toList()),
                items.stream()
                        .mapToInt(item -> documents.getOrDefault(item.document, 0))
                        .toArray());
        List<String> examples = Files.readAllLines(folder.resolve("target.jsonl")).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .map(pair -> PairText.of(
                        pair.path("question").asText(), pair.path("answer").asText()))
                .toList();
        Policy chosen = Policy.valueOf(policy.toUpperCase(Locale.ROOT));
        Settings own = chosen.preset(42).withBudget(ROUND * ROUNDS);
        Selection selection = chosen.open(
                pool,
                Target.of(embedder.embed(examples)),
                reward.equals("own")
                        ? own
                        : own.withReward(
                                Reward.valueOf(reward.toUpperCase(Locale.ROOT).replace('-', '_'))));
        Copies copies = new Copies();
        List<Integer> played = new ArrayList<>();
        while (played.size() < ROUND * ROUNDS) {
            int[] named = selection.next(Math.min(ROUND, ROUND * ROUNDS - played.size()));
            List<Sample> came = IntStream.of(named)
                    .boxed()
                    .flatMap(item -> rows.getOrDefault(root(items.get(item)), List.of()).stream())
                    .filter(row -> row.scores().containsKey("fit"))
                    .toList();
            dropped.addAll(copies.of(came));
            List<Yield> yields = new ArrayList<>();
            for (int item : named) {
                played.add(item);
                List<Sample> all = rows.getOrDefault(root(items.get(item)), List.of());
                List<Sample> earning = all.stream()
                        .filter(row -> came.contains(row) && !dropped.contains(row.id()))
                        .toList();
                List<String> pairs = earning.stream()
                        .map(row -> PairText.of(row.instruction(), row.answer()))
                        .toList();
                yields.add(new Yield(
                        item,
                        pairs.isEmpty() ? List.of() : embedder.embed(pairs),
                        earning.stream().map(row -> row.scores().get("fit")).toList(),
                        (int) all.stream()
                                        .filter(row -> !row.lineage().parents().isEmpty())
                                        .count()
                                - earning.size()));
            }
            selection.learn(yields);
        }
        return played;
    }

    private void build(String out, ModelServer server, UnaryOperator<Lectern> more) {
        more.apply(Lectern.into(folder.resolve(out))
                        .documents(folder.resolve("documents"))
                        .recipe("equal")
                        .target(folder.resolve("target.jsonl").toString())
                        .set("pick-clusters.passages-per-round=" + ROUND)
                        .set("pick-clusters.patience=0")
                        .model("writer", "openai:test-model")
                        .model("embedder", "openai:test-model")
                        .baseUrl(server.baseUrl())
                        .environment(Map.of()))
                .build();
    }

    private static Embedder embedder(ModelServer server) {
        ModelSettings settings = ModelSettings.of(Map.of()).withBaseUrl(server.baseUrl());
        return Embedders.open("openai:test-model", settings, new MemoryReplyStore(), Clock.systemUTC());
    }

    private static String root(Item item) {
        return Hash.id("draw", item.id);
    }

    /** All that came out, kept or dropped, by the sample that was drawn; in the order of ids. */
    private static Map<String, List<Sample>> rows(Path run) throws IOException {
        Map<String, Sample> byId = new TreeMap<>();
        for (String line : Files.readAllLines(run.resolve("samples.jsonl"))) {
            Sample row = Json.read(line, Sample.class);
            byId.put(row.id(), row);
        }
        for (String line : Files.readAllLines(run.resolve("dropped.jsonl"))) {
            Sample row = Json.read(line, JsonNode.class).path("sample").isMissingNode()
                    ? Json.read(line, Sample.class)
                    : Json.mapper().convertValue(Json.read(line, JsonNode.class).path("sample"), Sample.class);
            byId.put(row.id(), row);
        }
        Map<String, List<Sample>> rows = new TreeMap<>();
        byId.values()
                .forEach(row -> rows.computeIfAbsent(
                                row.lineage().parents().isEmpty()
                                        ? row.id()
                                        : row.lineage().parents().getFirst(),
                                root -> new ArrayList<>())
                        .add(row));
        return rows;
    }

    /** In the order of the documents' ids and of the text, each text once. */
    private static List<Item> items(Path run) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        lines(run.resolve("documents.jsonl.gz"))
                .forEach(document -> texts.put(
                        document.path("id").asText(), document.path("text").asText()));
        List<Item> items = new ArrayList<>();
        for (JsonNode passage : lines(run.resolve("passages.jsonl.gz"))) {
            String document = passage.path("document").asText();
            int start = passage.path("start").asInt();
            List<String> headings = new ArrayList<>();
            passage.path("headings").forEach(heading -> headings.add(heading.asText()));
            String own = texts.getOrDefault(document, "")
                    .substring(start, passage.path("end").asInt());
            String text = headings.isEmpty() ? own : String.join(" > ", headings) + "\n" + own;
            items.add(new Item(passage.path("id").asText(), document, start, text));
        }
        items.sort(Comparator.comparing(Item::document).thenComparing(Item::start));
        Set<String> seen = new LinkedHashSet<>();
        items.removeIf(item -> !seen.add(item.text));
        return items;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                Stream<String> lines = reader.lines()) {
            return lines.map(line -> Json.read(line, JsonNode.class)).toList();
        }
    }
}
