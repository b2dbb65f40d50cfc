package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty rows of a run, kept and dropped ones, that people rated. */
class CalibrateCommandTest {
    private static final String RECIPE = """
            name: extractive
            draw: all-documents
            each:
            - ask-from-structure
            - require: { as: quality, score: quality, at-least: 2.0 }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void aRunWithScores() throws IOException {
        Path run = Files.createDirectories(folder.resolve("out/run"));
        Files.writeString(run.resolve("manifest.json"), "{}");
        Files.writeString(run.resolve("recipe.yaml"), RECIPE);
        List<String> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        List<String> ratings = new ArrayList<>(List.of("id,rating"));
        for (int i = 0; i < 20; i++) {
            // People like the upper half; the judge gives each a star more than people do.
            int rating = 1 + i / 4;
            double quality = Math.min(5, rating + 1);
            String row = "{\"id\":\"row" + i + "\",\"scores\":{\"quality\":" + quality + ",\"clear\":" + rating
                    + ",\"weight\":2}}";
            if (i < 4) {
                dropped.add("{\"stage\":\"require-quality\",\"reason\":\"quality too low\",\"sample\":" + row + "}");
            } else {
                kept.add(row);
            }
            ratings.add("row" + i + "," + rating);
        }
        Files.write(folder.resolve("out/samples.jsonl"), kept);
        Files.write(folder.resolve("out/dropped.jsonl"), dropped);
        Files.write(folder.resolve("ratings.csv"), ratings);
    }

    @Test
    void saysHowFarAScoreAgreesWhichWayItLeansAndWhereToCut() {
        Typed typed = Typed.in(folder).run("calibrate", "out", "ratings.csv");
        assertThat(typed.status()).as(typed.err()).isEqualTo(Status.DONE);
        assertThat(typed.out())
                .contains("20 rows rated by people: 8 good, 12 not")
                .contains("+0.80 stars on the average: milder than people")
                .contains("cut now at 2: agrees with people in 40 %")
                .contains("best cut at 5: agrees with people in 100 %")
                .contains("keeps 8 of 8 good and 0 of 12 others")
                .contains("--set require-quality.at-least=5")
                .contains("require: { score: clear, at-least: 4 } in the recipe")
                .doesNotContain("weight");
    }

    @Test
    void sayingItInJsonAndInChinese() {
        Typed json = Typed.in(folder).run("calibrate", "out", "ratings.csv", "--json");
        JsonNode said = Json.read(json.out(), JsonNode.class);
        assertThat(said.path("rated").asInt()).isEqualTo(20);
        JsonNode quality = said.path("scores").path(1);
        assertThat(quality.path("name").asText()).isEqualTo("quality");
        assertThat(quality.path("bias").asDouble()).isEqualTo(0.8);
        assertThat(quality.path("tells").asDouble()).isEqualTo(1);
        assertThat(quality.path("now").path("agreement").asDouble()).isEqualTo(0.4);
        assertThat(quality.path("best").path("at_least").asDouble()).isEqualTo(5);
        assertThat(Typed.in(folder)
                        .run("calibrate", "out", "ratings.csv", "--ui-language", "zh")
                        .out())
                .contains("人工评了 20 行")
                .contains("最佳阈值 5");
    }

    @Test
    void withoutAFileTheRatingsOfReviewsCount() throws IOException {
        Files.writeString(
                folder.resolve("out/reviews.jsonl"),
                "{\"id\":\"row0\",\"decision\":\"REJECT\"}\n{\"id\":\"row19\",\"decision\":\"ACCEPT\",\"rating\":5}\n");
        Typed typed = Typed.in(folder).run("calibrate", "out");
        assertThat(typed.out()).contains("2 rows rated by people: 1 good, 1 not");
    }

    @Test
    void rowsThatAreNotOfTheRunAreNamed() throws IOException {
        Files.writeString(folder.resolve("other.csv"), "id,rating\nrow1,4\nelsewhere,2\n");
        Typed typed = Typed.in(folder).run("calibrate", "out", "other.csv");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err()).contains("the run has no row 'elsewhere'").doesNotContain("row1'");
        Typed nobody = Typed.in(folder).run("calibrate", "out");
        assertThat(nobody.err()).contains("nobody has rated a row of this run").contains("review RUN -o");
    }
}
