package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.sample.Sample;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe fact-edit: fifty planted changes, and what stands beside them. */
class FactEditTest {
    private static final int CHANGES = 50;

    @TempDir
    Path folder;

    /** Every second passage of the documents says something that has changed; the documents are already the new ones. */
    private Path documents() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        for (int file = 0; file < 5; file++) {
            StringBuilder text = new StringBuilder("# Mill number " + file + "\n");
            for (int i = 0; i < 20; i++) {
                int ring = file * 20 + i;
                text.append("\n## Ring ").append(ring).append("\n\n");
                if (i % 2 == 0) {
                    text.append("Ring number ").append(ring).append(" must be oiled by the keeper every ");
                    text.append(100 + ring).append(" days from now on.\n");
                } else {
                    text.append("Ring number ")
                            .append(ring)
                            .append(" was forged by the old guild in the year of storms.\n");
                }
            }
            Files.writeString(documents.resolve("mill" + file + ".md"), text);
        }
        return documents;
    }

    private Path facts() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < CHANGES; i++) {
            int ring = 2 * i;
            lines.append(Json.line(Map.of(
                            "old", ring + 200 + " days",
                            "new", ring + 100 + " days",
                            "question", "How often must ring number " + ring + " be oiled by the keeper?",
                            "source", "mill" + ring / 20 + ".md")))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("facts.jsonl"), lines);
    }

    private Result build(String out, ModelServer server, Path facts) throws IOException {
        return Lectern.into(folder.resolve(out))
                .documents(documents())
                .facts(facts)
                .model("writer", "openai:test-model")
                .baseUrl(server.baseUrl())
                .environment(Map.of())
                .build();
    }

    private List<Sample> rows(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("samples.jsonl")).stream()
                .map(line -> Json.read(line, Sample.class))
                .toList();
    }

    @Test
    void everyAcceptedRowOfAChangeSaysWhatHoldsNowAndNoGuardIsTouched() throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Path facts = facts();
            build("out", server, facts);
            List<Sample> changed = rows("out").stream()
                    .filter(row -> !row.tags().containsKey("guard"))
                    .toList();
            List<Sample> guards = rows("out").stream()
                    .filter(row -> row.tags().containsKey("guard"))
                    .toList();
            assertThat(new TreeSet<>(
                            changed.stream().map(row -> row.tags().get("fact")).toList()))
                    .hasSize(CHANGES);
            assertThat(changed).hasSizeGreaterThan(3 * CHANGES);
            for (Sample row : changed) {
                int ring = Integer.parseInt(row.answer().replaceFirst("Ring number (\\d+).*", "$1"));
                assertThat(row.answer()).contains(100 + ring + " days").doesNotContain(200 + ring + " days");
                assertThat(row.evidence()).anyMatch(e -> e.quote().contains(100 + ring + " days"));
                assertThat(row.instruction()).doesNotContain(100 + ring + " days");
            }
            assertThat(guards).isNotEmpty().allMatch(row -> row.answer().contains("was forged by the old guild"));
        }
    }

    @Test
    void aSourceThatDoesNotSayItAndAnAnswerThatDoesNotEitherAreDroppedWithTheReason() throws IOException {
        Path facts = Files.writeString(folder.resolve("some.jsonl"), """
                {"old":"in May","new":"in June","source":"mill0.md"}
                {"old":"by hand","new":"by a machine","source":"Since spring the sluice of the northern mill is opened by a machine and nobody else."}
                {"old":"石板","new":"木板","question":"水渠的闸门用什么做成？","source":"自今年春天起，水渠的闸门一律改用厚厚的木板做成。"}
                """);
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            Result result = build("out", server, facts);
            assertThat(result.report().samples().dropped())
                    .containsEntry("ask-of-fact: the source does not say what holds now", 1L);
            List<Sample> changed = rows("out").stream()
                    .filter(row -> !row.tags().containsKey("guard"))
                    .toList();
            assertThat(changed).extracting(Sample::language).contains("en", "zh");
            assertThat(changed)
                    .allMatch(row -> row.answer().contains("by a machine")
                            || row.answer().contains("木板"));
            assertThat(changed)
                    .allSatisfy(
                            row -> assertThat(row.evidence().getFirst().uri().orElseThrow())
                                    .startsWith("facts#"));
        }
        // A model that never heard of the change.
        try (ModelServer server =
                ModelServer.start(ModelServer.Settings.sensible().withRules(new Rules(1, 1)))) {
            build("deaf", server, facts);
            assertThat(rows("deaf")).allMatch(row -> row.tags().containsKey("guard"));
        }
    }
}
