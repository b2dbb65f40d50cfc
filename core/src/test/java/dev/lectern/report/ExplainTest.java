package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.model.Asked;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.Usage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    private static final String TEXT =
            "Filters\n\nThe filter lasts 200 hours. Clean it every 50 hours. Never run without.";
    private static final String QUOTE = "Clean it every 50 hours.";

    @TempDir
    Path run;

    @BeforeEach
    void aRunFolder() throws IOException {
        Document document = new Document(
                "doc1",
                "manual.md",
                "Manual",
                "en",
                TEXT,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        zip("documents.jsonl.gz", Json.line(document));
        zip(
                "passages.jsonl.gz",
                Json.line(new Passage(
                        "pas1", "doc1", 0, TEXT.length(), List.of("Care", "Filters"), OptionalInt.empty())));
        Sample kept = sample("aaaa1111", "How often is it cleaned?");
        Sample copy = sample("aaab2222", "How often is \u001b[31mit cleaned?");
        Files.writeString(run.resolve("samples.jsonl"), Json.line(kept) + "\n");
        Files.writeString(
                run.resolve("dropped.jsonl"),
                Json.line(Map.of(
                                "id",
                                copy.id(),
                                "stage",
                                "drop-near-copies",
                                "reason",
                                "near copy",
                                "twin",
                                kept.id(),
                                "sample",
                                copy))
                        + "\n");
        Sample failed = sample("cccc3333", "Why?");
        Files.writeString(
                run.resolve("failed.jsonl"),
                Json.line(Map.of(
                                "id",
                                failed.id(),
                                "stage",
                                "answer",
                                "cause",
                                "broken JSON",
                                "raw",
                                "{oops",
                                "calls",
                                List.of("key2"),
                                "sample",
                                failed))
                        + "\n");
    }

    private void zip(String name, String line) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(run.resolve(name)))) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Sample sample(String id, String asked) {
        int at = TEXT.indexOf(QUOTE);
        Evidence evidence = new Evidence(
                "doc1", "pas1", at, at + QUOTE.length(), QUOTE, Optional.of("manual.md"), OptionalInt.empty());
        return Sample.seedling("seed0", "en", List.of(evidence), Lineage.of("grounded"))
                .child(id, List.of(Turn.user(asked), Turn.assistant(QUOTE)), "qa")
                .withScore("grounded", 0.75)
                .withLineage(Lineage.of("grounded").withParent("seed0").withCall("key1"));
    }

    private String explain(String id, String language) {
        Map<String, Reply> replies =
                Map.of("key1", reply("key1", "Answer from this."), "key2", reply("key2", "Summarise that."));
        return Explain.text(
                run,
                id,
                key -> Optional.ofNullable(replies.get(key)),
                any -> List.of(),
                language,
                UnaryOperator.identity());
    }

    private static Reply reply(String key, String asked) {
        return new Reply(
                key,
                "chat",
                Asked.of("{\"messages\":[{\"role\":\"user\",\"content\":\"" + asked + "\"}]}"),
                "{\"body\":\"the answer\"}",
                "small-model",
                new Usage(12, 7, 0),
                Cost.UNKNOWN,
                1,
                20,
                false,
                Instant.EPOCH);
    }

    @Test
    void tellsAllThatIsKnownOfAKeptRow() {
        assertThat(explain("aaaa1111", "en"))
                .contains("Kept:", "| How often is it cleaned?", "manual.md, characters 37 to 61", "Care › Filters")
                .contains("The filter lasts 200 hours. »" + QUOTE + "« Never run without.")
                .contains("born from: seed0", "grounded = 0.750")
                .contains("Answered by small-model; 12 tokens in, 7 out", "| Answer from this.", "the answer");
    }

    @Test
    void followsTheTwinOfADroppedRowAndKeepsTheTerminalSafe() {
        assertThat(explain("aaab", "en"))
                .contains("Dropped by drop-near-copies: near copy")
                .contains("dropped in favour of aaaa1111")
                .doesNotContain("\u001b");
    }

    @Test
    void showsTheRawReplyOfAFailedRow() {
        assertThat(explain("cccc", "zh")).contains("在 answer 失败：broken JSON", "| {oops");
    }

    @Test
    void showsTheCallsThatARowFailedForAfterThoseItCameThrough() {
        assertThat(explain("cccc", "en")).containsSubsequence("key1", "Answer from this.", "key2", "Summarise that.");
    }

    @Test
    void anIdThatMeansSeveralRowsOrNoneIsAProblem() {
        assertThatThrownBy(() -> explain("aaa", "en"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("aaaa1111, aaab2222");
        assertThatThrownBy(() -> explain("zz", "en"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("there is no row 'zz'");
    }
}
