package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.engine.Progress;
import dev.lectern.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
    private static final int PASSAGES = 120;

    @TempDir
    private Path folder;

    @Test
    void aPlanAsksNothingAndWritesNothing() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Plan plan = lectern(server).plan();
            assertThat(server.counts().requests()).isZero();
            assertThat(folder.resolve("out")).doesNotExist();
            assertThat(plan.calls().expected()).isEqualTo(PASSAGES * 4L);
            assertThat(plan.rows()).isEqualTo(PASSAGES * 3L);
            assertThat(plan.tokens().input().expected()).isPositive();
            assertThat(plan.cost().known())
                    .as("nobody knows what a local address costs")
                    .isFalse();
            assertThat(plan.hosts()).containsExactly("127.0.0.1");
            assertThat(plan.seconds().expected()).isPositive();
        }
    }

    @Test
    void afterAPilotTheBuildTakesWhatThePlanSaid() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Plan.Range guessed = lectern(server).plan().seconds();
            Plan plan = Lectern.plan(lectern(server).options(), Progress.SILENT, 20);
            int piloted = server.counts().requests();
            assertThat(piloted).isBetween(20, 20 * 4 + 5);
            assertThat(plan.pilot().orElseThrow().passages()).isEqualTo(20);
            assertThat(plan.seconds().high() - plan.seconds().low())
                    .as("times that were measured leave less doubt")
                    .isLessThan(guessed.high() - guessed.low());
            Result result = lectern(server).build();
            assertThat(server.counts().requests())
                    .as("nothing is paid for twice")
                    .isEqualTo(server.counts().distinct());
            Percentage quarter = Percentage.withPercentage(25);
            assertThat((double) result.report().calls().made())
                    .isCloseTo((double) plan.calls().expected(), quarter);
            assertThat((double) result.report().tokens().input())
                    .isCloseTo((double) plan.tokens().input().expected(), quarter);
            assertThat((double) result.report().tokens().output())
                    .isCloseTo((double) plan.tokens().output().expected(), quarter);
            assertThat((double) result.report().samples().accepted()).isCloseTo((double) plan.rows(), quarter);
        }
    }

    @Test
    void whatTheRunFolderHoldsIsNotPlannedAgain() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            lectern(server).build();
            Plan plan = lectern(server).plan();
            assertThat(plan.calls().expected()).isZero();
            assertThat(plan.kept()).isCloseTo((long) server.counts().requests(), within(60L));
        }
    }

    private Lectern lectern(ModelServer server) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i = 0; i < PASSAGES; i++) {
            Random random = new Random(i);
            StringBuilder text = new StringBuilder("# " + word(random) + "\n\n");
            for (int sentence = 0; sentence < 3 + i % 4; sentence++) {
                text.append(IntStream.range(0, 12)
                        .mapToObj(n -> word(random))
                        .collect(Collectors.joining(" ", "The " + word(random) + " holds ", ". ")));
            }
            Files.writeString(pages.resolve("page-" + i + ".md"), text + "\n");
        }
        return Lectern.into(folder.resolve("out"))
                .documents(pages)
                .environment(Map.of())
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl());
    }

    private static String word(Random random) {
        return IntStream.range(0, 3)
                .mapToObj(n -> "bdfgklmnprstvz".charAt(random.nextInt(14)) + "" + "aeiou".charAt(random.nextInt(5)))
                .collect(Collectors.joining());
    }
}
