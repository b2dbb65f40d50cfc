package dev.lectern.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.export.check.DataCheck;
import dev.lectern.export.check.Effect;
import dev.lectern.export.check.Finding;
import dev.lectern.export.check.Trainer;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/data-format.md shows is what there is. */
class DataFormatPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json (\\w+)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Map<String, Trainer> TRAINERS =
            Map.of("openai", Trainer.OPENAI, "sharegpt", Trainer.LLAMA_FACTORY, "alpaca", Trainer.LLAMA_FACTORY);

    @TempDir
    Path folder;

    private static List<String> examples(String kind) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("lectern.root"), "docs/data-format.md"));
        List<String> examples = EXAMPLE.matcher(page)
                .results()
                .filter(m -> m.group(1).equals(kind))
                .map(m -> m.group(2))
                .toList();
        assertThat(examples).as(kind).isNotEmpty().allMatch(e -> e.lines().count() == 1);
        return examples;
    }

    @Test
    void theSampleIsACanonicalOneToTheLetter() throws IOException {
        for (String example : examples("sample")) {
            Sample sample = Json.read(example, Sample.class);
            assertThat(Json.line(sample)).isEqualTo(example);
            assertThat(sample.evidence())
                    .allMatch(e -> e.end() - e.start() == e.quote().length());
        }
    }

    @Test
    void everyRowPassesItsTrainerAndReadsAsAConversation() throws IOException {
        for (Map.Entry<String, Trainer> layout : TRAINERS.entrySet()) {
            Path file = folder.resolve(layout.getKey() + ".jsonl");
            Files.writeString(file, String.join("\n", examples(layout.getKey())) + "\n");
            List<Finding> findings = new ArrayList<>();
            DataCheck.run(file, layout.getValue(), findings::add);
            assertThat(findings).as(layout.getKey()).allMatch(f -> f.effect() == Effect.NOTE);
            Format format = Formats.named(List.of(layout.getKey())).getFirst();
            for (String example : examples(layout.getKey())) {
                assertThat(format.read(Some.json(example)).getLast().role()).isEqualTo("assistant");
            }
        }
    }

    @Test
    void theRegistryEntryIsTheOneWeWrite() throws IOException {
        JsonNode shown = Some.json(examples("info").getFirst());
        Output output = new Output("data/sharegpt/train.jsonl", "sharegpt", "train", 1, 1, 1);
        assertThat(shown).isEqualTo(Some.json(DatasetInfo.of(List.of(output), Format.Shape.PLAIN)));
    }
}
