package dev.lectern.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.testkit.ModelServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seeds and facts of the examples go through their recipes, in both languages. */
class SeedExamplesTest {
    @TempDir
    Path folder;

    @Test
    void seedsAreReadDrawnAndAskedAfter() {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            for (String seeds : new String[] {"greenhouse-en.txt", "pond-zh.csv"}) {
                Path documents = seeds.contains("zh") ? Examples.chinese() : Examples.english();
                Result result = Lectern.into(folder.resolve(seeds))
                        .documents(documents)
                        .seeds(Examples.ROOT.resolve("examples/seeds/" + seeds))
                        .model("writer", "openai:test-model")
                        .baseUrl(server.baseUrl())
                        .environment(Map.of())
                        .build();
                assertThat(result.report().samples().failed()).isZero();
                assertThat(result.report().stages())
                        .anyMatch(stage -> stage.name().equals("answer-from-evidence") && stage.in() >= 4);
            }
        }
    }

    @Test
    void factsBecomeRowsThatSayWhatHoldsNow() {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            for (String language : new String[] {"en", "zh"}) {
                Result result = Lectern.into(folder.resolve(language))
                        .documents(language.equals("zh") ? Examples.chinese() : Examples.english())
                        .facts(Examples.ROOT.resolve("examples/seeds/facts-" + language + ".jsonl"))
                        .model("writer", "openai:test-model")
                        .baseUrl(server.baseUrl())
                        .environment(Map.of())
                        .build();
                assertThat(result.report().samples().accepted()).isPositive();
                assertThat(result.report().samples().failed()).isZero();
            }
        }
    }
}
