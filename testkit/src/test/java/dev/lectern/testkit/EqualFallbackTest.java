package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.report.SelectionReport;
import dev.lectern.sample.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a choice of documents falls back to where its target says little or nothing of them. */
class EqualFallbackTest {
    private static final String LAW = """
            {"question":"How long may a lease of a flat last?","answer":"As long as landlord and tenant have agreed."}
            {"question":"Who pays for repairs in a rented flat?","answer":"The landlord, unless the tenant broke something."}
            {"question":"When may a landlord end a lease?","answer":"When the tenant pays no rent for two months."}
            {"question":"What is a tenant's deposit for?","answer":"It pays the landlord for damage and for rent that is owed."}
            {"question":"May a tenant let the flat to somebody else?","answer":"Only if the landlord agrees."}
            """;

    @TempDir
    Path folder;

    private final ModelServer server = ModelServer.start(ModelServer.Settings.sensible());

    @AfterEach
    void close() {
        server.close();
    }

    @BeforeEach
    void documents() throws IOException {
        new ThemedRuns(folder).write(6, 6);
        Files.writeString(folder.resolve("zh.csv"), "问题,答案\n蜜蜂怎样酿蜜？,工蜂采集花蜜，在巢中扇风使水分蒸发。\n");
    }

    private Lectern lectern() {
        return new ThemedRuns(folder).from("out", server.baseUrl()).set("pick-clusters.passages-per-round=8");
    }

    private Result build(UnaryOperator<Lectern> more) {
        return more.apply(lectern().target(new ThemedRuns(folder).target())).build();
    }

    private List<Sample> rows() throws IOException {
        return new ThemedRuns(folder).rows("out");
    }

    @Test
    void whatCannotBeHeldAgainstTheTargetIsKeptAndTheRunEndsEarly() throws IOException {
        Result result = lectern()
                .model("embedder", "auto")
                .recipe("equal")
                .target(folder.resolve("zh.csv").toString())
                .build();
        SelectionReport told = result.report().selection().orElseThrow();
        assertThat(told.stop()).isEqualTo("blind");
        assertThat(told.chosen()).as("three rounds of eight").isEqualTo(24);
        assertThat(told.rounds()).allMatch(round -> round.distance() < 0);
        assertThat(rows()).as("what was paid for").isNotEmpty();
        assertThat(rows()).allMatch(row -> row.lacksScore("fit"));
        assertThat(result.report().notes()).anyMatch(note -> note.contains("no row was held against the target"));
    }

    @Test
    void aTargetThatHasNothingToDoWithTheDocumentsIsSaidToBeSo() throws IOException {
        Files.writeString(folder.resolve("law.jsonl"), LAW);
        Result result = lectern()
                .model("embedder", "minilm")
                .recipe("equal")
                .target(folder.resolve("law.jsonl").toString())
                .build();
        assertThat(result.report().notes())
                .anyMatch(note -> note.startsWith("Hardly anything here resembles the target: of the "));
        SelectionReport told = result.report().selection().orElseThrow();
        assertThat(told.stop()).isEqualTo("dry");
        assertThat(told.rounds()).allMatch(round -> round.recall() == 0);
        assertThat(new ThemedRuns(folder)
                        .lines("out", "run/selection.jsonl")
                        .getLast()
                        .path("foreign")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aTargetInALanguageThatNoDocumentIsInIsSaidToBeSoThoughOneModelReadsBoth() throws IOException {
        Files.writeString(folder.resolve("es.csv"), """
                question,answer
                ¿Cuándo deja de comer el pez?,Cuando el agua del estanque está por debajo de los ocho grados.
                ¿Qué se hace con los filtros?,Se limpian una vez a la semana con el agua del propio estanque.
                """);
        Result result = lectern()
                .model("embedder", "minilm")
                .recipe("equal")
                .target(folder.resolve("es.csv").toString())
                .build();
        assertThat(result.report().notes())
                .anyMatch(
                        note -> note.startsWith("No document is in the language of the target (es); they are in en."));
    }

    @Test
    void aModelWhoseRepliesAreOfNoUseIsNotTakenForDocumentsThatDoNotFit() throws IOException {
        Faults garbage = Faults.of(1, 1, Faults.Kind.OTHER_JSON);
        try (ModelServer useless =
                ModelServer.start(ModelServer.Settings.sensible().withFaults(garbage))) {
            Result result = new ThemedRuns(folder)
                    .from("out", useless.baseUrl())
                    .set("pick-clusters.passages-per-round=8")
                    .recipe("equal")
                    .target(new ThemedRuns(folder).target())
                    .build();
            assertThat(result.report().samples().failed()).isPositive();
        }
        assertThat(new ThemedRuns(folder).lines("out", "run/selection.jsonl"))
                .isNotEmpty()
                .allMatch(line ->
                        line.path("pairs").asInt() == 0 && !line.path("foreign").asBoolean());
    }

    @Test
    void moreClustersThanItemsAreSaidToBeOneEach() {
        Result result = build(l -> l.recipe("equal").set("pick-clusters.tune={clusters: 5000}"));
        assertThat(result.report().notes()).anyMatch(note -> note.startsWith("5000 clusters were asked for"));
        assertThat(result.report().selection().orElseThrow().clusters()).allMatch(cluster -> cluster.size() == 1);
    }

    @Test
    void whereNothingFitsItIsSaidHowToHaveTheRowsAllTheSame() throws IOException {
        UnaryOperator<Lectern> strict = l -> l.recipe("equal").set("pick-clusters.fit=1");
        Result none = build(l -> strict.apply(l).set("require.at-least=1"));
        assertThat(none.report().samples().accepted()).isZero();
        assertThat(none.report().notes()).anyMatch(note -> note.contains("--set require.at-least=0 takes all"));
        Result all = build(l -> strict.apply(l).set("require.at-least=0"));
        assertThat(all.report().calls().made()).isZero();
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void inFrontOfAnotherRecipeAllRowsStayUntilTheUserSaysWhereToCut() throws IOException {
        UnaryOperator<Lectern> choosing =
                l -> l.recipe("grounded").retrieve("own").select("equal");
        Result kept = build(choosing);
        assertThat(kept.report().notes()).anyMatch(note -> note.contains("--set require-fit.at-least=0.5 drops them"));
        int all = rows().size();
        Result cut = build(l -> choosing.apply(l).set("require-fit.at-least=0.5"));
        assertThat(cut.report().calls().made()).isZero();
        assertThat(rows()).hasSizeBetween(1, all - 1);
        assertThat(rows()).extracting(row -> row.scores().get("fit")).allMatch(fit -> fit >= 0.5);
    }

    @Test
    void rowsThatAreTooManyOfTheirKindHaveTaughtWhatTheirPassageYields() throws IOException {
        build(l -> l.recipe("grounded").retrieve("own").set("rounds.at-most=1"));
        String recipe = Files.readString(folder.resolve("out/run/recipe.yaml"));
        assertThat(recipe.indexOf("match-target")).isBetween(0, recipe.indexOf("cap-shares"));
    }
}
