package dev.lectern.ingest;

import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All readers there are, and which of them a file is for: its content tells where its name lies. */
final class Readers {
    private static final int HEAD = 4096;
    private static final String PLAIN = "txt";

    private final List<DocumentReader> readers;
    private final TreeMap<String, DocumentReader> byEnding = new TreeMap<>();

    Readers(List<DocumentReader> readers) {
        this.readers = List.copyOf(readers);
        for (DocumentReader reader : readers) {
            reader.endings().forEach(ending -> byEnding.putIfAbsent(ending, reader));
        }
    }

    /** Every reader on the class path. */
    static Readers installed() {
        return new Readers(ServiceLoader.load(DocumentReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /** Endings that can be read, sorted. */
    List<String> endings() {
        return List.copyOf(byEnding.keySet());
    }

    /** @throws ReadException where no reader is for the file */
    DocumentReader readerOf(Source source) {
        Optional<DocumentReader> named = Optional.ofNullable(byEnding.get(source.ending()));
        if (named.isEmpty()) {
            String ending = source.ending().isEmpty() ? "no ending" : "." + source.ending();
            throw new ReadException(
                    "format not supported yet: " + ending + " (supported: "
                            + endings().stream().map(e -> "." + e).collect(Collectors.joining(" ")) + ")",
                    "");
        }
        byte[] head = source.head(HEAD);
        DocumentReader byName = named.get();
        if (byName.signed() ? byName.recognises(head) : readers.stream().noneMatch(r -> r.recognises(head))) {
            return byName;
        }
        Optional<DocumentReader> byContent =
                readers.stream().filter(r -> r.recognises(head)).findFirst();
        Optional<DocumentReader> asText =
                looksLikeText(head) ? Optional.ofNullable(byEnding.get(PLAIN)) : Optional.empty();
        return byContent.or(() -> asText).orElse(byName);
    }

    private static boolean looksLikeText(byte[] head) {
        int odd = 0;
        for (byte b : head) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                odd++;
            }
        }
        return head.length > 0 && odd == 0;
    }
}
