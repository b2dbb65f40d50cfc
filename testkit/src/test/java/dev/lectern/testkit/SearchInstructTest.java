package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipe search-instruct over documents of one's own: seeds to rows, in both languages. */
class SearchInstructTest {
    private static final String SEEDS = """
            What exactly is meant when people say "Ring 11 of the boiler"?

            How would you go on after "Ring 24 of the turbine" and why?
            how would you go on after "ring 24 of the turbine" and why
            Please explain to a new colleague: "Nobody has ever written this sentence down anywhere"
            请问“龙井茶的鲜叶通常在清明节之前”具体是怎么回事？
            """;

    @TempDir
    Path folder;

    private Path documents() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        for (String thing : List.of("boiler", "turbine", "valve")) {
            StringBuilder text = new StringBuilder("# The " + thing + " of the mill\n");
            for (int section = 1; section <= 3; section++) {
                text.append("\n## Part ").append(section).append("\n\n");
                for (int i = 0; i < 5; i++) {
                    text.append("Ring ")
                            .append(section * 10 + i)
                            .append(" of the ")
                            .append(thing);
                    text.append(i % 2 == 0 ? " was rebuilt by the guild" : " must be checked by two apprentices");
                    text.append(" in the season of ")
                            .append(List.of("frost", "rain", "wind").get((section + i) % 3));
                    text.append(".\n\n");
                }
            }
            Files.writeString(documents.resolve(thing + ".md"), text);
        }
        Files.writeString(documents.resolve("茶.md"), "# 龙井茶\n\n龙井茶的鲜叶通常在清明节之前由人工采摘完成。\n\n炒制时铁锅的温度先高后低，全程都靠手掌感受火候。\n");
        return documents;
    }

    private Result build(String out, ModelServer server, UnaryOperator<Lectern> more) throws IOException {
        Path seeds = Files.writeString(folder.resolve("seeds.txt"), SEEDS);
        return more.apply(Lectern.into(folder.resolve(out))
                        .documents(documents())
                        .seeds(seeds)
                        .model("writer", "openai:test-model")
                        .baseUrl(server.baseUrl())
                        .environment(Map.of()))
                .build();
    }

    private List<Sample> rows(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }

    @Test
    void seedsBecomeMoreRowsThanTheyAreAndEveryRowQuotesItsEvidence() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("out", server, UnaryOperator.identity());
            List<Sample> rows = rows("out");
            assertThat(rows).hasSizeGreaterThan(6);
            assertThat(rows).extracting(Sample::language).contains("en", "zh");
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row.evidence()).isNotEmpty().allMatch(Evidence::located));
            assertThat(rows).allSatisfy(row -> assertThat(row.extra()).doesNotContainKeys("query", "examples", "time"));
            assertThat(rows.stream().filter(row -> row.tags().containsKey("human")))
                    .hasSize(3)
                    .allMatch(row -> SEEDS.contains(row.instruction()));
            assertThat(result.report().samples().dropped().keySet())
                    .anyMatch(reason -> reason.endsWith("evidence does not say")
                            || reason.endsWith("no passage has anything to do with it"));
            assertThat(result.report().notes())
                    .anyMatch(note -> note.contains("line 2: blank; line 4: duplicate of line 3"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | How many moons has the planet Neptune? | How does \"Sign language, tide tables\" begin?",
                "zh | 海王星有多少颗卫星？ | “谁也没有写过这句话”是怎么开头的？"
            })
    void aFileOfUselessSeedsIsCountedLineByLine(String language, String unanswerable, String other) throws IOException {
        Path seeds = Files.writeString(
                folder.resolve("useless.txt"), unanswerable + "\n\n" + unanswerable + "\n" + other + "\n");
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result =
                    build("useless", server, lectern -> lectern.seeds(seeds).set("draw-seeds.accepted=0"));
            assertThat(result.report().notes())
                    .anyMatch(note -> note.contains("line 2: blank; line 3: duplicate of line 1"));
            assertThat(rows("useless"))
                    .noneMatch(row -> List.of(unanswerable, other).contains(row.instruction()));
            assertThat(Files.readAllLines(folder.resolve("useless/dropped.jsonl")))
                    .filteredOn(line -> line.contains("Neptune") || line.contains("海王星"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"reason\":\""));
        }
    }

    @Test
    void seedsThatLieAmongTheDocumentsAreNotReadAsOne() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Path seeds = Files.writeString(documents().resolve("questions.txt"), SEEDS);
            Result result = build("out", server, lectern -> lectern.seeds(seeds));
            assertThat(result.report().skipped()).singleElement().satisfies(skipped -> {
                assertThat(skipped.file()).isEqualTo("questions.txt");
                assertThat(skipped.reason()).isEqualTo("given as --seeds, so it is not read as a document");
            });
            assertThat(rows("out"))
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(row.evidence())
                            .noneMatch(evidence -> evidence.uri().orElse("").endsWith("questions.txt")));
        }
    }

    @Test
    void aSecondRunAsksNobodyAndCopiesAreNotAnswered() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("out", server, UnaryOperator.identity());
            String first = Files.readString(folder.resolve("out/samples.jsonl"));
            int asked = server.counts().requests();
            long expansions = result.report().stages().stream()
                    .filter(stage -> stage.name().equals("expand-seeds"))
                    .mapToLong(stage -> stage.in())
                    .sum();
            long unique = result.report().stages().stream()
                    .filter(stage -> stage.name().equals("drop-near-copies"))
                    .mapToLong(stage -> stage.kept())
                    .sum();
            assertThat((long) asked).isLessThanOrEqualTo(expansions + unique + 1);
            build("out", server, UnaryOperator.identity());
            assertThat(server.counts().requests()).isEqualTo(asked);
            assertThat(Files.readString(folder.resolve("out/samples.jsonl"))).isEqualTo(first);
        }
    }

    @Test
    void soManyRowsAreMadeInRoundsAndAPoolThatRunsDryEndsThem() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            assertThat(build("five", server, l -> l.samples(5)).exitStatus()).isZero();
            assertThat(rows("five")).hasSize(5);
            Result many = build("many", server, l -> l.samples(500));
            assertThat(many.exitStatus()).isEqualTo(3);
            assertThat(rows("many")).hasSizeBetween(6, 499);
            assertThat(rows("many"))
                    .extracting(row -> row.lineage().round().orElse(-1))
                    .contains(0, 1);
        }
    }

    @Test
    void thePaperAsksOnceAndDropsNoCopies() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("paper", server, l -> l.preset("paper"));
            assertThat(result.report().stages())
                    .extracting(stage -> stage.name())
                    .doesNotContain("drop-near-copies");
            assertThat(rows("paper")).isNotEmpty().hasSizeLessThanOrEqualTo(5);
            assertThat(rows("paper")).noneMatch(row -> row.tags().containsKey("human"));
        }
    }

    @Test
    void whatIsMissingOrUselessIsSaidBeforeAnythingIsRead() {
        Path nothing = folder.resolve("none.txt");
        assertThatThrownBy(() -> Lectern.into(folder.resolve("x"))
                        .recipe("search-instruct")
                        .preset("papre")
                        .seeds(nothing)
                        .build())
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(p -> p.what())
                                .contains(
                                        "the recipe 'search-instruct' has no preset 'papre'",
                                        "there is no file '" + nothing + "'"));
        assertThatThrownBy(() -> Lectern.into(folder.resolve("x"))
                        .recipe("search-instruct")
                        .model("writer", "openai:test-model")
                        .environment(Map.of("OPENAI_API_KEY", "k"))
                        .build())
                .hasMessageContaining("the recipe needs questions to begin from")
                .hasMessageContaining("there is nothing to answer from");
    }
}
