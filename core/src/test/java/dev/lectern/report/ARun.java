package dev.lectern.report;

import dev.lectern.export.Output;
import dev.lectern.report.RunReport.BarePages;
import dev.lectern.report.RunReport.Calls;
import dev.lectern.report.RunReport.Cost;
import dev.lectern.report.RunReport.Lengths;
import dev.lectern.report.RunReport.Opening;
import dev.lectern.report.RunReport.Samples;
import dev.lectern.report.RunReport.Skipped;
import dev.lectern.report.RunReport.StageCount;
import dev.lectern.report.RunReport.Tokens;
import dev.lectern.report.RunReport.Total;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A run as it might have been, with a hostile document among the others. */
final class ARun {
    static final String HOSTILE =
            "</style></script><script>document.title='owned'</script><img src=x onerror=alert(1)>";

    private ARun() {}

    static RunReport extractive() {
        return report(List.of());
    }

    static RunReport written() {
        return report(List.of("openai:gpt-5-mini"));
    }

    static RunReport nothing() {
        return new RunReport(
                "0.1.0",
                "extractive",
                List.of(),
                false,
                Samples.of(0, Map.of(), 0, 0),
                Calls.NONE,
                Tokens.NONE,
                Cost.NOTHING,
                Total.NONE,
                0,
                0,
                List.of(),
                List.of(),
                0,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                Lengths.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static RunReport report(List<String> models) {
        Map<String, Long> dropped = new TreeMap<>();
        dropped.put("screen-instruction: names no subject", 61L);
        dropped.put("screen-instruction: too short", 18L);
        dropped.put("screen-instruction: points at the text it was made from", 7L);
        dropped.put("drop-exact-copies: same instruction", 22L);
        dropped.put("drop-near-copies: near copy", 41L);
        dropped.put("screen-answer: too short", 12L);
        return new RunReport(
                "0.1.0",
                models.isEmpty() ? "extractive" : "grounded",
                models,
                !models.isEmpty(),
                new Samples(1284, new TreeMap<>(dropped), models.isEmpty() ? 0 : 9, models.isEmpty() ? 0 : 3),
                models.isEmpty() ? Calls.NONE : new Calls(1422, 310, 3, 12),
                models.isEmpty() ? Tokens.NONE : new Tokens(1_204_332, 301_220, 80_112),
                models.isEmpty() ? Cost.NOTHING : new Cost(new BigDecimal("1.2345"), "USD", false),
                models.isEmpty()
                        ? Total.NONE
                        : new Total(
                                1_737,
                                new Tokens(1_504_332, 401_220, 80_112),
                                20_000,
                                new Cost(new BigDecimal("1.5"), "USD", false)),
                models.isEmpty() ? 8.4 : 391,
                46,
                List.of(
                        new Skipped("archive/board-minutes.pdf", "encrypted: it opens with a password only"),
                        new Skipped("data/telemetry.parquet", "not a format that is read"),
                        new Skipped("notes/" + HOSTILE + ".md", "empty")),
                List.of(new BarePages("scans/permit-2019.pdf", List.of(1, 2, 5))),
                612,
                new TreeMap<>(Map.of(
                        "qa",
                        702L,
                        "extraction",
                        204L,
                        "code",
                        131L,
                        "summarization",
                        118L,
                        "generation",
                        84L,
                        "classification",
                        45L)),
                List.of(),
                new TreeMap<>(Map.of("en", 1003L, "zh", 281L)),
                new TreeMap<>(Map.of("audience", new TreeMap<>(Map.of("newcomer", 284L, "anybody", 1000L)))),
                List.of(
                        new StageCount("ask-from-structure", 46, 1399, 1445, 0, 0, 0, 3.1),
                        new StageCount("screen-instruction", 1445, 0, 1359, 86, 0, 0, 0.4),
                        new StageCount("drop-exact-copies", 1359, 0, 1337, 22, 0, 0, 0.2),
                        new StageCount("drop-near-copies", 1337, 0, 1296, 41, 0, 0, 1.9),
                        new StageCount(
                                "screen-answer",
                                1296,
                                0,
                                1284,
                                12,
                                models.isEmpty() ? 0 : 9,
                                models.isEmpty() ? 0 : 3,
                                0.3)),
                List.of(
                        new Output("data/openai/train.jsonl", "openai", "train", 1156, 812_334, 171_220),
                        new Output("data/openai/validation.jsonl", "openai", "validation", 128, 90_112, 19_044),
                        new Output("data/sharegpt/train.jsonl", "sharegpt", "train", 1156, 2_112_334, 171_220),
                        new Output("data/sharegpt/validation.jsonl", "sharegpt", "validation", 128, 231_102, 19_044)),
                new Lengths(
                        List.of(16, 32, 64, 128, 256, 512, 1024, 2048, 4096, Integer.MAX_VALUE),
                        List.of(0L, 44L, 241L, 502L, 331L, 128L, 33L, 5L, 0L, 0L),
                        190_264,
                        19,
                        112,
                        1893),
                List.of(
                        new Opening("How do I", 101),
                        new Opening("What does the", 84),
                        new Opening("List the steps", 61),
                        new Opening("为什么需要", 38),
                        new Opening(HOSTILE, 3)),
                List.of(
                        new CapShare("opening", "explain", 0.2, 0.2, 257, 31),
                        new CapShare("refusal", "refusal", 0.1, 0.02, 26, 0)),
                SomeRows.ALL,
                List.of(),
                models.isEmpty() ? Optional.empty() : Optional.of(chosen()));
    }

    /** Thirty rounds over 1,932 passages; one cluster is called by a hostile name. */
    private static SelectionReport chosen() {
        List<SelectionReport.Round> rounds = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> new SelectionReport.Round(
                        i,
                        32L * i,
                        32,
                        96L * i,
                        61_000L * i,
                        new Cost(new BigDecimal("0.04").multiply(BigDecimal.valueOf(i)), "USD", true),
                        64L * i,
                        Math.round(900 * (1 - Math.exp(-i / 8.0))),
                        1 - Math.exp(-i / 9.0),
                        0.4 * Math.exp(-i / 12.0),
                        i % 7,
                        i % 5,
                        List.of(new SelectionReport.Arm(
                                "Handbook of pumps, part " + i % 20,
                                40,
                                i,
                                i == 1 ? OptionalDouble.empty() : OptionalDouble.of(-0.2),
                                OptionalDouble.of(0.4),
                                32,
                                i % 7,
                                i % 5))))
                .toList();
        List<SelectionReport.Cluster> clusters = IntStream.range(0, 20)
                .mapToObj(i -> new SelectionReport.Cluster(
                        i,
                        i == 3 ? HOSTILE : "Handbook of pumps, part " + i,
                        40 + 13L * (i % 6),
                        i % 4 == 0 ? 35 : i % 3,
                        i % 3 == 2 ? OptionalDouble.empty() : OptionalDouble.of(0.3),
                        OptionalDouble.of(0.5),
                        i * 37 % 20 / 19.0,
                        i * 11 % 20 / 19.0))
                .toList();
        return new SelectionReport(
                "tuned",
                "cosine",
                "passages",
                List.of(
                        new SelectionReport.Goal("pumps " + HOSTILE, 1, "pairs", 40),
                        new SelectionReport.Goal("questions of the people who mend them", 0.5, "sentence", 1)),
                1932,
                960,
                1920,
                879,
                "dry",
                rounds,
                clusters,
                new SelectionReport.Work(2880, 1_500_000, 330_000, 410_000, List.of(), 2.6e17));
    }
}
