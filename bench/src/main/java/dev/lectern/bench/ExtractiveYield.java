package dev.lectern.bench;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.ingest.Watcher;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.extract.AskFromStructure;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What the recipe {@code extractive} makes of folders: rows per family, kind and thousand tokens, how questions open, and the
 * rows themselves for reading. {@code ExtractiveYield [--rows N] [--family NAME] [--seed N] [--lang en] PATH…}; rows are drawn by hash.
 */
public final class ExtractiveYield {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private ExtractiveYield() {}

    public static void main(String[] args) throws IOException {
        Map<String, String> options =
                new TreeMap<>(Map.of("rows", "0", "family", "", "seed", "1", "lang", "", "without", "jsoup_"));
        List<Path> files = new ArrayList<>();
        List<Document> articles = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--")) {
                options.put(args[i].substring(2), args[++i]);
            } else if (args[i].endsWith(".jsonl.gz")) {
                articles.addAll(articles(Path.of(args[i])));
            } else {
                files.add(Path.of(args[i]));
            }
        }
        List<Document> documents = new ArrayList<>();
        List<Sample> rows = new ArrayList<>();
        make(new PagesCorpus(articles), options, documents, rows);
        if (!files.isEmpty()) {
            Path folder = Files.createTempDirectory("extractive-yield");
            try (Ingest.Result read = Ingest.installed().into(folder, files, ReadOptions.DEFAULT, Watcher.NOBODY)) {
                make(read.corpus(), options, documents, rows);
            }
        }
        report(documents, rows);
        if (options.containsKey("refused")) {
            refused(documents, options.getOrDefault("family", ""), Integer.parseInt(options.get("refused")));
        }
        String family = options.getOrDefault("family", "");
        List<Sample> shown = rows.stream()
                .filter(r -> family.isEmpty() || family.equals(r.tags().get("family")))
                .sorted(Comparator.comparing(r -> dev.lectern.text.Hash.id(options.getOrDefault("seed", "1"), r.id())))
                .limit(Long.parseLong(options.getOrDefault("rows", "0")))
                .toList();
        for (Sample row : shown) {
            Evidence first = row.evidence().getFirst();
            OUT.printf(
                    "%n[%s] %s:%d%nQ: %s%nA: %s%n",
                    row.tags().get("family"), first.uri().orElse(""), first.start(), row.instruction(), row.answer());
        }
    }

    /** What the English families found and the rules for all families refused, with the reason. */
    private static void refused(List<Document> documents, String family, int most) {
        var language = new dev.lectern.stage.extract.en.English();
        var products = dev.lectern.stage.extract.page.Products.of(new PagesCorpus(documents));
        List<String> lines = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        for (Document d : documents) {
            var page = dev.lectern.stage.extract.page.Page.of(d, products.of(d));
            language.families().stream()
                    .filter(f -> family.isEmpty() || f.name().equals(family))
                    .forEach(f -> f.find(
                            page,
                            find -> language.refusal(page, find).ifPresent(why -> {
                                reasons.merge(f.name() + ": " + why, 1, Integer::sum);
                                String answer = find.answer().text(page.text());
                                lines.add(why + "\n   " + find.wordings().getFirst() + "\n   "
                                        + answer.substring(0, Math.min(300, answer.length()))
                                                .replace("\n", "\n   "));
                            })));
        }
        reasons.forEach((why, n) -> OUT.println(n + " " + why));
        lines.sort(Comparator.comparing(l -> dev.lectern.text.Hash.id(l)));
        lines.stream().limit(most).forEach(OUT::println);
    }

    private static void make(Corpus corpus, Map<String, String> options, List<Document> documents, List<Sample> rows) {
        Tools tools = new OfflineTools(corpus);
        var stage = new AskFromStructure(2, 120, "", List.of(), "2".equals(options.get("tier")));
        String language = options.getOrDefault("lang", "");
        String without = options.getOrDefault("without", "-");
        corpus.everyDocument()
                .filter(d -> language.isEmpty() || d.language().startsWith(language))
                .filter(d -> !d.uri().contains(without))
                .forEach(d -> {
                    documents.add(d);
                    Sample seed = Sample.seedling(d.id(), d.language(), List.of(), Lineage.of("extractive"))
                            .withTag(AskFromStructure.DOCUMENT, d.id());
                    for (Outcome outcome : stage.apply(seed, tools)) {
                        if (outcome instanceof Outcome.Kept kept) {
                            rows.add(kept.sample());
                        }
                    }
                });
    }

    private static void report(List<Document> documents, List<Sample> rows) {
        long words = documents.stream().mapToLong(d -> words(d.text())).sum();
        long tokens = documents.stream().mapToLong(d -> tokens(d.text())).sum();
        List<Document> longer =
                documents.stream().filter(d -> words(d.text()) > 300).toList();
        long giving = longer.stream()
                .filter(d -> rows.stream().anyMatch(r -> d.id().equals(r.tags().get("document"))))
                .count();
        OUT.printf(
                "%d documents, %d words, about %d tokens, %d rows: %.2f per 1,000 words, %.2f per 1,000 tokens; %d of %d documents over 300 words give a row%n",
                documents.size(),
                words,
                tokens,
                rows.size(),
                rows.size() * 1000.0 / Math.max(1, words),
                rows.size() * 1000.0 / Math.max(1, tokens),
                giving,
                longer.size());
        OUT.println("families " + shares(rows, r -> r.tags().getOrDefault("family", "")));
        OUT.println("kinds    " + shares(rows, Sample::task));
        OUT.println("openings " + shares(rows, r -> opening(r)));
    }

    private static String opening(Sample row) {
        String q = row.instruction();
        return "zh".equals(row.language())
                ? q.substring(0, Math.min(4, q.length()))
                : q.lines().findFirst().orElse("").split(" ", 4).length < 3
                        ? q
                        : String.join(" ", List.of(q.split("\\s+")).subList(0, 3));
    }

    private static String shares(List<Sample> rows, Function<Sample, String> label) {
        Map<String, Long> counts = rows.stream().collect(Collectors.groupingBy(label, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(14)
                .map(e -> "%s %d (%.1f%%)".formatted(e.getKey(), e.getValue(), 100.0 * e.getValue() / rows.size()))
                .collect(Collectors.joining(", "));
    }

    private static long words(String text) {
        long han = text.chars()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return text.split("\\s+").length + Math.round(han / 1.6);
    }

    /** Near enough for a yield: 1.33 tokens to a word, 0.75 words' worth to a Han character is counted above. */
    private static long tokens(String text) {
        long han = text.chars()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return Math.round((text.length() - han) / 4.0 + han * 0.9);
    }

    private static Document withLanguage(Document d) {
        long han = d.text()
                .chars()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        String language = han * 8 > d.text().length() ? "zh" : "en";
        return new Document(
                d.id(),
                d.uri(),
                d.title(),
                language,
                d.text(),
                d.licence(),
                d.blocks(),
                d.marks(),
                d.pages(),
                d.details());
    }

    /** The paragraphs of a question-answering set, joined to articles again. */
    private static List<Document> articles(Path file) throws IOException {
        Map<String, DocumentBuilder> articles = new LinkedHashMap<>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            in.lines()
                    .map(line -> {
                        try {
                            return Json.mapper().readTree(line);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .forEach(record -> {
                        String title = record.path("title").asText("").replace('_', ' ');
                        String key = title.isBlank() ? record.path("doc_id").asText() : title;
                        DocumentBuilder builder =
                                articles.computeIfAbsent(key, k -> new DocumentBuilder().heading(1, title, List.of()));
                        for (String paragraph :
                                record.path("context").asText("").lines().toList()) {
                            builder.paragraph(paragraph, List.of());
                        }
                    });
        }
        String set = file.getFileName().toString().replaceAll("\\..*", "").toLowerCase(Locale.ROOT);
        return articles.entrySet().stream()
                .map(e -> withLanguage(e.getValue().build(set + "/" + e.getKey(), e.getKey(), "en")))
                .toList();
    }
}
