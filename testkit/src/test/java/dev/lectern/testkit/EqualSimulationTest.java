package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.aim.PairText;
import dev.lectern.model.Embedder;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.call.Embedders;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.sample.Sample;
import dev.lectern.select.Policy;
import dev.lectern.select.Reward;
import dev.lectern.select.Settings;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
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
        runs().write(20, 20);
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
            Extracted extracted = Extracted.of(folder.resolve("all"));
            PlayedSelection played = play(policy, reward, extracted, embedder(server));
            Set<String> calls = new TreeSet<>();
            for (int item : played.items()) {
                for (Sample row : extracted.of(item)) {
                    List<String> own = row.lineage().calls();
                    boolean unjudged = reward.equals("judge") && played.copies().contains(row.id());
                    calls.addAll(unjudged ? own.subList(0, own.size() - 1) : own);
                }
            }

            ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
            server.heardBy(heard::add);
            build(
                    policy,
                    server,
                    l -> paid.apply(l)
                            .set("pick-clusters.share="
                                    + (double) ROUND
                                            * ROUNDS
                                            / extracted.items().size()));
            long chats = heard.stream()
                    .filter(request -> request.startsWith("/v1/chat") && !request.contains("ready"))
                    .count();
            assertThat(chats).isEqualTo(calls.size());
            Set<String> used = new TreeSet<>();
            Extracted.of(folder.resolve(policy)).rows().values().stream()
                    .flatMap(List::stream)
                    .forEach(row -> used.addAll(row.lineage().calls()));
            assertThat(used).isEqualTo(calls);
            boolean learns = !policy.equals("static");
            assertThat(runs().lines(policy, "run/selection.jsonl"))
                    .extracting(round -> round.path("reward").asText())
                    .containsOnly(
                            !learns ? "none" : reward.equals("own") ? OWN.getOrDefault(policy, "cosine") : reward);
        }
    }

    private PlayedSelection play(String policy, String reward, Extracted extracted, Embedder embedder)
            throws IOException {
        List<String> examples = Files.readAllLines(Path.of(runs().target())).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .map(pair -> PairText.of(
                        pair.path("question").asText(), pair.path("answer").asText()))
                .toList();
        Policy chosen = Policy.valueOf(policy.toUpperCase(Locale.ROOT));
        Settings own = chosen.preset(42).withBudget(ROUND * ROUNDS);
        Settings settings = reward.equals("own")
                ? own
                : own.withReward(Reward.valueOf(reward.toUpperCase(Locale.ROOT).replace('-', '_')));
        return PlayedSelection.of(chosen, settings, extracted, examples, embedder, ROUND, ROUND * ROUNDS);
    }

    private ThemedRuns runs() {
        return new ThemedRuns(folder);
    }

    private void build(String out, ModelServer server, UnaryOperator<Lectern> more) {
        more.apply(runs().equal(out, server).model("embedder", "openai:test-model"))
                .build();
    }

    private static Embedder embedder(ModelServer server) {
        ModelSettings settings = ModelSettings.of(Map.of()).withBaseUrl(server.baseUrl());
        return Embedders.open("openai:test-model", settings, new MemoryReplyStore(), Clock.systemUTC());
    }
}
