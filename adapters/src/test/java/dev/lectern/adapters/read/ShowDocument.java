package dev.lectern.adapters.read;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Corpus;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.ingest.Watcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Prints what the readers make of files: {@code java -cp … dev.lectern.adapters.read.ShowDocument text|blocks|passages|report FILE…}.
 */
final class ShowDocument {
    private ShowDocument() {}

    public static void main(String[] args) throws IOException {
        List<Path> sources = Arrays.stream(args).skip(1).map(Path::of).toList();
        long began = System.nanoTime();
        try (Ingest.Result result = Ingest.installed()
                .into(Files.createTempDirectory("lectern"), sources, ReadOptions.DEFAULT, Watcher.NOBODY)) {
            Corpus corpus = result.corpus();
            corpus.everyDocument().forEach(document -> {
                switch (args[0]) {
                    case "text" -> System.out.println(document.text());
                    case "blocks" -> {
                        System.out.println("## " + document.uri() + " " + document.language() + " " + document.title()
                                + " " + document.details());
                        for (Block block : document.blocks()) {
                            String words = block.span().of(document.text());
                            System.out.println(block.getClass().getSimpleName()
                                    + (block instanceof Block.Heading h ? h.level() : "")
                                    + (block.within().isEmpty() ? "" : " in " + block.within()) + ": "
                                    + words.replace("\n", "\n    "));
                        }
                    }
                    case "passages" ->
                        corpus.passagesOf(document.id())
                                .forEach(p -> System.out.println(
                                        "=== " + p.headings() + " " + p.page() + "\n" + corpus.text(p)));
                    default -> {}
                }
            });
            var report = result.report();
            System.out.println(report.files() + " files, " + report.documents() + " documents, " + report.passages()
                    + " passages, " + report.characters() + " characters, "
                    + (System.nanoTime() - began) / 1_000_000 + " ms");
            report.skipped().forEach(System.out::println);
            report.problems().forEach(System.out::println);
            report.pagesWithoutText().forEach(System.out::println);
        }
    }
}
