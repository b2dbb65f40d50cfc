package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.model.ModelSetup;
import dev.lectern.report.RunReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A choice under a limit of money: writer and embedder both have their price. */
class EqualBudgetTest {
    private static final int ROUNDS = 4;

    @TempDir
    Path folder;

    @BeforeEach
    void documents() throws IOException {
        ThemedDocuments.write(folder.resolve("documents"), 20);
        Files.writeString(folder.resolve("target.jsonl"), ThemedDocuments.pairs("bees", 20));
    }

    private Lectern lectern(String out, ModelServer server) {
        return Lectern.into(folder.resolve(out))
                .documents(folder.resolve("documents"))
                .target(folder.resolve("target.jsonl").toString())
                .recipe("equal")
                .set("pick-clusters.passages-per-round=8")
                .set("pick-clusters.patience=0")
                .set("rounds.at-most=" + ROUNDS)
                .model("writer", "mine")
                .setup("mine", priced("2"))
                .model("embedder", "vectors")
                .setup("vectors", priced("0"))
                .baseUrl(server.baseUrl())
                .environment(Map.of());
    }

    /** At a dollar for a million tokens of input. */
    private static ModelSetup priced(String output) {
        return new ModelSetup(
                "openai:test-model",
                List.of(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.of("1"),
                Optional.of(output),
                Set.of());
    }

    @Test
    void aLimitOfMoneyIsKeptAndARaisedOneGoesOnToTheSameRows() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result whole = lectern("whole", server).build();
            BigDecimal all = whole.report().total().cost().amount();
            assertThat(all).as("more than the rounds took: vectors cost, too").isGreaterThan(roundsCost(whole));
            int once = server.counts().requests();
            BigDecimal limit = all.multiply(new BigDecimal("0.7")).setScale(6, RoundingMode.DOWN);
            Result begun =
                    lectern("parts", server).maxCost(limit.toPlainString()).build();
            assertThat(begun.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(begun.report().partial()).isTrue();
            assertThat(begun.report().total().cost().amount()).isPositive().isLessThanOrEqualTo(limit);
            RunReport.Calls calls = begun.report().calls();
            assertThat(calls.made()).isPositive();
            assertThat(calls.reused()).as("nothing was there before").isZero();
            assertThat(calls.failed())
                    .as("a call that was not made cannot fail")
                    .isZero();
            Result ended = lectern("parts", server).maxCost("100").build();
            assertThat(ended.exitStatus()).isZero();
            assertThat(ended.report().calls().reused())
                    .as("all but the question what the model can do")
                    .isEqualTo(calls.made() - 1);
            assertThat(server.counts().requests()).as("nothing is asked twice").isEqualTo(2 * once);
            assertThat(ended.report().total().cost().amount()).isEqualByComparingTo(all);
            assertThat(ended.report().selection()).isEqualTo(whole.report().selection());
            assertThat(folder.resolve("parts/samples.jsonl"))
                    .hasSameTextualContentAs(folder.resolve("whole/samples.jsonl"));
        }
    }

    /** What the rounds say that they took. */
    private static BigDecimal roundsCost(Result result) {
        RunReport.Cost cost =
                result.report().selection().orElseThrow().rounds().getLast().cost();
        assertThat(cost.known()).isTrue();
        assertThat(cost.amount()).isPositive();
        return cost.amount();
    }
}
