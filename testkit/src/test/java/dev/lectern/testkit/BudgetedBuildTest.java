package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.model.ModelSetup;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that stop at a budget: what the server saw stays within it, rows are finished, and the rest follows when it is raised. */
class BudgetedBuildTest {
    private static final int PASSAGES = 100;

    @TempDir
    private Path folder;

    @Test
    void aLimitOfCallsIsKeptAndTheRestFollowsWhenItIsRaised() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result first = plain(server, pages, "a").maxCalls(140).build();
            assertThat(first.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(server.counts().requests()).isLessThanOrEqualTo(140);
            assertThat(first.report().samples().accepted()).isPositive();
            assertThat(first.report().partial()).isTrue();
            Result second = plain(server, pages, "a").maxCalls(100_000).build();
            assertThat(second.exitStatus()).isEqualTo(Result.DONE);
            assertThat(second.report().calls().reused()).isPositive();
            assertThat(server.counts().requests()).isEqualTo(server.counts().distinct());
        }
    }

    @Test
    void aLimitThatDoesNotEvenAllowForAProbeHoldsAllAndIsNoMistakeOfAnybody() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result first = plain(server, pages, "h").maxCalls(0).build();
            assertThat(first.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(first.report().samples().failed()).isZero();
            assertThat(server.counts().requests()).isZero();
            Result second = plain(server, pages, "h").maxCalls(100_000).build();
            assertThat(second.exitStatus()).isEqualTo(Result.DONE);
            assertThat(second.report().samples().accepted()).isPositive();
        }
    }

    @Test
    void whereRowsAreWantedInRoundsASmallLimitLeavesFinishedOnes() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = plain(server, pages, "c").samples(100).maxCalls(90).build();
            assertThat(result.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(server.counts().requests()).isLessThanOrEqualTo(90);
            assertThat(result.report().samples().accepted()).isPositive();
        }
    }

    @Test
    void aLimitFarBelowTheQuestionsStillBringsFinishedRowsAndTheWholeIsAsWithoutIt() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result first = plain(server, pages, "d").maxCalls(40).build();
            assertThat(first.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(server.counts().requests()).isBetween(36, 40);
            assertThat(first.report().samples().accepted()).isGreaterThan(15);
            assertThat(plain(server, pages, "d").maxCalls(100_000).build().exitStatus())
                    .isEqualTo(Result.DONE);
            plain(server, pages, "e").build();
            assertThat(folder.resolve("d/samples.jsonl")).hasSameTextualContentAs(folder.resolve("e/samples.jsonl"));
            assertThat(folder.resolve("d/dropped.jsonl")).hasSameTextualContentAs(folder.resolve("e/dropped.jsonl"));
        }
    }

    @Test
    void aLimitThatIsEnoughIsEnough() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            long needed = plain(server, pages, "f").build().report().total().calls();
            Result exact = plain(server, pages, "g").maxCalls(needed).build();
            assertThat(exact.exitStatus()).isEqualTo(Result.DONE);
            assertThat(exact.report().partial()).isFalse();
        }
    }

    @Test
    void aLimitOfMoneyIsKeptAndWhatWasPaidIsSaid() throws IOException {
        Path pages = pages();
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            BigDecimal all =
                    priced(server, pages, "all").build().report().cost().amount();
            BigDecimal most = all.multiply(new BigDecimal("0.7")).setScale(6, RoundingMode.DOWN);
            Result first =
                    priced(server, pages, "b").maxCost(most.toPlainString()).build();
            assertThat(first.exitStatus()).isEqualTo(Result.BUDGET);
            assertThat(first.report().cost().known()).isTrue();
            assertThat(first.report().cost().currency()).isEqualTo("USD");
            assertThat(first.report().cost().amount()).isPositive().isLessThanOrEqualTo(most);
            assertThat(first.report().samples().accepted()).isPositive();
            Result second = priced(server, pages, "b").maxCost("100").build();
            assertThat(second.exitStatus()).isEqualTo(Result.DONE);
            assertThat(second.report().total().cost().amount()).isEqualByComparingTo(all);
            assertThat(second.report().cost().amount().add(first.report().cost().amount()))
                    .isEqualByComparingTo(all);
            assertThat(second.report().total().calls() * 2)
                    .isEqualTo(server.counts().requests());
        }
    }

    private Lectern plain(ModelServer server, Path pages, String name) {
        return build(server, pages, name).model("writer", "openai:test");
    }

    private Lectern build(ModelServer server, Path pages, String name) {
        return Lectern.into(folder.resolve(name))
                .retrieve("lexical")
                .documents(pages)
                .environment(Map.of())
                .baseUrl(server.baseUrl());
    }

    /** At a dollar for a million input tokens, and two for output. */
    private Lectern priced(ModelServer server, Path pages, String name) {
        return build(server, pages, name)
                .model("writer", "mine")
                .setup(
                        "mine",
                        new ModelSetup(
                                "openai:test",
                                List.of(),
                                OptionalInt.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                List.of(),
                                new TreeMap<>(),
                                Optional.empty(),
                                Optional.of("1"),
                                Optional.of("2"),
                                Set.of()));
    }

    /** A hundred short pages, so that each is one passage, with few words in common. */
    private Path pages() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < PASSAGES; i++) {
            Random random = new Random(i);
            StringBuilder text = new StringBuilder("# " + word(random) + "\n\n");
            for (int sentence = 0; sentence < 6; sentence++) {
                text.append(IntStream.range(0, 12)
                        .mapToObj(n -> word(random))
                        .collect(Collectors.joining(" ", "The " + word(random) + " holds ", ". ")));
            }
            Files.writeString(pages.resolve("page-" + i + ".md"), text + "\n");
        }
        return pages;
    }

    private static String word(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(n -> "bdfgklmnprstvz".charAt(random.nextInt(14)) + "" + "aeiou".charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }
}
