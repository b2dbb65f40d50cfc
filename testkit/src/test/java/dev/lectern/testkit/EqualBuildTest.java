package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.plan.Plan;
import dev.lectern.report.SelectionReport;
import dev.lectern.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe equal over documents on several themes, one of them wanted. */
class EqualBuildTest {
    private static final int EACH = 30;
    private static final int PASSAGES = 6 * EACH;

    @TempDir
    Path folder;

    private Result build(String out, ModelServer server, UnaryOperator<Lectern> more) throws IOException {
        if (!Files.exists(runs().documents())) {
            runs().write(EACH, 20);
        }
        return more.apply(runs().from(out, server.baseUrl())).build();
    }

    private ThemedRuns runs() {
        return new ThemedRuns(folder);
    }

    private UnaryOperator<Lectern> bees(UnaryOperator<Lectern> more) {
        return lectern ->
                more.apply(lectern.target(runs().target()).recipe("equal").set("pick-clusters.passages-per-round=8"));
    }

    private List<Sample> rows(String out) throws IOException {
        return runs().rows(out);
    }

    private List<JsonNode> rounds(String out) throws IOException {
        return runs().lines(out, "run/selection.jsonl");
    }

    /** How many rows came of each theme. */
    private static SortedMap<String, Long> themes(List<Sample> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.answer().replaceAll(".* among |\\.$", ""), TreeMap::new, Collectors.counting()));
    }

    @Test
    void whatFitsTheTargetIsFoundForAPartOfTheCalls() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build(
                    "out", server, bees(l -> l.set("pick-clusters.share=0.33").set("pick-clusters.patience=0")));
            List<Sample> rows = rows("out");
            // The server's vectors are short: some texts look alike to it by chance.
            assertThat(themes(rows).get("bees")).isGreaterThan(rows.size() * 3 / 5);
            assertThat(rows).extracting(row -> row.scores().get("fit")).allMatch(fit -> fit >= 0.5);
            List<JsonNode> rounds = rounds("out");
            JsonNode last = rounds.getLast();
            assertThat(last.path("items").asInt()).isEqualTo(PASSAGES);
            assertThat(last.path("named").asInt()).isEqualTo((PASSAGES + 2) / 3);
            assertThat(rows.stream()
                            .map(row -> row.tags().get("document"))
                            .distinct()
                            .count())
                    .as("documents on bees that rows came of")
                    .isGreaterThan(EACH * 7L / 10);
            assertThat(last.path("calls").asLong()).isLessThan(PASSAGES * 2);
            assertThat(result.exitStatus()).isZero();
            SelectionReport told = result.report().selection().orElseThrow();
            assertThat(told.policy()).isEqualTo("tuned");
            assertThat(told.stop()).isEqualTo("share");
            assertThat(told.rounds()).hasSameSizeAs(rounds);
            assertThat(told.clusters().stream()
                            .mapToLong(SelectionReport.Cluster::size)
                            .sum())
                    .isEqualTo(PASSAGES);
            assertThat(told.clusters().stream()
                            .mapToLong(SelectionReport.Cluster::pulled)
                            .sum())
                    .isEqualTo(told.chosen());
        }
    }

    @Test
    void aKilledRunGoesOnInTheMiddleOfARoundAndThreadsChangeNothing() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            UnaryOperator<Lectern> few = l -> l.set("pick-clusters.share=0.3");
            Result whole =
                    build("whole", server, bees(l -> few.apply(l).threads(1).concurrency(1)));
            int once = server.counts().requests();
            Result begun = build("parts", server, bees(l -> few.apply(l).maxCalls(60)));
            assertThat(begun.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(begun.report().partial()).isTrue();
            build("parts", server, bees(l -> few.apply(l).maxCalls(90)));
            Result ended = build("parts", server, bees(few));
            assertThat(ended.exitStatus()).isZero();
            assertThat(server.counts().requests()).as("nothing is asked twice").isEqualTo(2 * once);
            for (String file : List.of("samples.jsonl", "dropped.jsonl", "run/selection.jsonl")) {
                assertThat(folder.resolve("parts").resolve(file))
                        .hasSameTextualContentAs(folder.resolve("whole").resolve(file));
            }
            assertThat(ended.report().selection()).isEqualTo(whole.report().selection());
        }
    }

    @Test
    void aBudgetThatEndsBeforeThereAreVectorsStopsTheRunAndAHigherOneGoesOn() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            UnaryOperator<Lectern> embedded =
                    l -> l.model("embedder", "openai:test-model").set("pick-clusters.share=0.1");
            Result begun = build("parts", server, bees(l -> embedded.apply(l).maxCalls(3)));
            assertThat(begun.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(begun.report().partial()).isTrue();
            assertThat(begun.report().samples().accepted()).isZero();
            assertThat(folder.resolve("parts/run/held.jsonl"))
                    .content()
                    .contains("pick-clusters", "the limit of 3 calls is reached");
            Result ended = build("parts", server, bees(embedded));
            assertThat(ended.exitStatus()).isZero();
            assertThat(rows("parts")).isNotEmpty();
            assertThat(server.counts().paidTwice()).isZero();
        }
    }

    @Test
    void anExtractorOfWhichNothingIsGoodEndsTheRunEarlyAndNothingIsLost() throws IOException {
        ModelServer.Settings slipping = ModelServer.Settings.sensible().withRules(new Rules(1, 1));
        try (ModelServer server = ModelServer.start(slipping)) {
            Result result = build("out", server, bees(UnaryOperator.identity()));
            SelectionReport told = result.report().selection().orElseThrow();
            assertThat(told.stop()).isEqualTo("dry");
            assertThat(told.chosen())
                    .as("as many passages as three rounds of eight")
                    .isEqualTo(3 * 8);
            assertThat(result.report().samples().accepted()).isZero();
            assertThat(result.exitStatus()).isEqualTo(Result.SHORT);
            long dropped =
                    Files.readAllLines(folder.resolve("out/dropped.jsonl")).size();
            assertThat(dropped).as("two rows a passage, none of them good").isEqualTo(3 * 8 * 2);
        }
    }

    @Test
    void aTargetInAnotherLanguageIsSaidAndChanceChooses() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Path chinese = Files.writeString(
                    folder.resolve("zh.csv"), "问题,答案\n蜜蜂怎样酿蜜？,工蜂采集花蜜，在巢中扇风使水分蒸发。\n,\n蜜蜂怎样酿蜜,工蜂采集花蜜，在巢中扇风使水分蒸发\n");
            Result result = build(
                    "out",
                    server,
                    l -> l.recipe("grounded")
                            .select("equal")
                            .target(chinese.toString())
                            .model("embedder", "auto")
                            .set("pick-clusters.passages-per-round=8")
                            .set("pick-clusters.share=0.1"));
            assertThat(result.report().notes())
                    .anyMatch(note -> note.contains("in a language that no document is in"))
                    .anyMatch(note -> note.endsWith("left out: 1."))
                    .anyMatch(note -> note.endsWith("another row says, and count with it: 1."))
                    .anyMatch(note -> note.contains("is one example"));
            assertThat(result.report().selection().orElseThrow().policy()).isEqualTo("random");
            assertThat(rounds("out").getLast().path("named").asInt()).isEqualTo(PASSAGES / 10);
        }
    }

    @Test
    void fewIdenticalDocumentsAreOneAndAllAreExtracted() throws IOException {
        Path same = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(folder.resolve("target.jsonl"), ThemedDocuments.pairs("bees", 3));
        ThemedDocuments.write(folder.resolve("themes"), 1);
        for (int i = 0; i < 5; i++) {
            Files.copy(folder.resolve("themes/bees-0.md"), same.resolve("copy-" + i + ".md"));
        }
        Files.copy(folder.resolve("themes/bread-0.md"), same.resolve("other.md"));
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("out", server, bees(UnaryOperator.identity()));
            SelectionReport told = result.report().selection().orElseThrow();
            assertThat(told.items()).isEqualTo(2);
            assertThat(told.chosen()).isEqualTo(2);
            assertThat(told.stop()).isEqualTo("exhausted");
            assertThat(result.report().notes()).anyMatch(note -> note.startsWith("4 passages say word for word"));
        }
    }

    @Test
    void aTargetThatIsMissingOrNoTargetIsSaidBeforeAnythingRuns() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            assertThatThrownBy(
                            () -> build("out", server, l -> l.recipe("grounded").select("equal")))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("nothing says what the rows are for")
                    .hasMessageContaining("--select random needs none");
            assertThatThrownBy(() -> build("out", server, l -> l.target("no-such-file.jsonl")))
                    .hasMessageContaining("there is no file 'no-such-file.jsonl'");
            assertThatThrownBy(
                            () -> build("out", server, l -> l.select("nearst").target("people who keep bees")))
                    .hasMessageContaining("did you mean 'nearest'?");
            Path blank = Files.writeString(folder.resolve("blank.jsonl"), "{\"question\":\"\"}\n\n");
            assertThatThrownBy(() -> build("out", server, l -> l.target(blank.toString())))
                    .hasMessageContaining("says nothing: of its rows (1) all are blank");
            Path strange = Files.writeString(folder.resolve("strange.jsonl"), "{\"price\":3}\n");
            assertThatThrownBy(() -> build("out", server, l -> l.target(strange.toString())))
                    .hasMessageContaining("no pair (there is: price)")
                    .hasMessageContaining("line 1");
            assertThatThrownBy(() -> build("out", server, bees(l -> l.set("pick-clusters.tune={explor: 1}"))))
                    .hasMessageContaining("did you mean 'explore'?");
            assertThat(server.counts().requests()).isZero();
        }
    }

    @Test
    void aPlanAsksNobodyAndCountsNoMorePassagesThanTheRoundsDraw() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build("warm", server, bees(l -> l.set("pick-clusters.share=0.05")));
            int asked = server.counts().requests();
            Plan plan = Lectern.into(folder.resolve("plan"))
                    .documents(folder.resolve("documents"))
                    .target(folder.resolve("target.jsonl").toString())
                    .model("writer", "openai:test-model")
                    .model("embedder", "openai:test-model")
                    .baseUrl(server.baseUrl())
                    .environment(Map.of())
                    .plan();
            assertThat(plan.recipe()).isEqualTo("equal");
            assertThat(plan.calls().expected()).isEqualTo(3L * PASSAGES);
            assertThat(server.counts().requests()).isEqualTo(asked);
        }
    }
}
