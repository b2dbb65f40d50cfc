package dev.lectern.adapters.read;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints what a reader makes of a file: {@code java -cp … dev.lectern.adapters.read.ShowDocument FILE [blocks]}. */
final class ShowDocument {
    private ShowDocument() {}

    public static void main(String[] args) throws IOException {
        Document document = MarkdownReader.read(args[0], Files.readString(Path.of(args[0])));
        System.out.println(document.title() + " " + document.details());
        if (args.length > 1) {
            for (Block block : document.blocks()) {
                String words = block.span().of(document.text());
                System.out.println(
                        block.getClass().getSimpleName() + (block.within().isEmpty() ? "" : " in " + block.within())
                                + ": " + words.replace("\n", "\n    "));
            }
        } else {
            System.out.println(document.text());
        }
    }
}
