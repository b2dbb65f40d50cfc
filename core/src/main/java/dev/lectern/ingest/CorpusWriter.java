package dev.lectern.ingest;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.ingest.Spool.Place;
import dev.lectern.text.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Takes documents and their passages in any order and writes the corpus in id order, so that the same documents give the
 * same bytes. Only ids and places are kept in memory. Nothing of an earlier corpus is touched before all is written.
 */
final class CorpusWriter implements AutoCloseable {
    private record Entry(String id, Place place) {}

    private record DocumentEntry(String id, Place place, List<Entry> passages) {}

    private final Path run;
    private final Path aside;
    private final Spool documents;
    private final Spool passages;
    private final List<DocumentEntry> entries = new ArrayList<>();

    CorpusWriter(Path run) throws IOException {
        this.run = run;
        aside = aside(run);
        Files.createDirectories(aside);
        documents = new Spool(aside.resolve("documents.spool"));
        passages = new Spool(aside.resolve("passages.spool"));
    }

    void add(Document document, List<Passage> cut) throws IOException {
        List<Entry> places = new ArrayList<>(cut.size());
        for (Passage passage : cut) {
            places.add(new Entry(passage.id(), passages.put(Json.line(passage))));
        }
        DocumentEntry entry = new DocumentEntry(document.id(), documents.put(Json.line(document)), places);
        synchronized (entries) {
            entries.add(entry);
        }
    }

    /** Writes everything and puts it in place; the answer is the corpus's digest. */
    String finish() throws IOException {
        entries.sort(Comparator.comparing(DocumentEntry::id));
        MessageDigest sha = sha256();
        try (OutputStream packed = packed(aside.resolve("documents.jsonl.gz"), sha);
                OutputStream plain = plain(aside.resolve("documents.jsonl"))) {
            for (DocumentEntry entry : entries) {
                line(documents.get(entry.place), packed, plain);
            }
        }
        try (OutputStream plain = plain(aside.resolve("passages.jsonl"))) {
            for (DocumentEntry entry : entries) {
                for (Entry passage : entry.passages) {
                    line(passages.get(passage.place), plain);
                }
            }
        }
        List<Entry> byId = entries.stream()
                .flatMap(entry -> entry.passages.stream())
                .sorted(Comparator.comparing(Entry::id))
                .toList();
        try (OutputStream packed = packed(aside.resolve("passages.jsonl.gz"), sha)) {
            for (Entry passage : byId) {
                line(passages.get(passage.place), packed);
            }
        }
        index();
        for (String name : List.of("documents.jsonl", "passages.jsonl", "index.txt")) {
            move(aside.resolve(name), DiskCorpus.folder(run).resolve(name));
        }
        for (String name : List.of("documents.jsonl.gz", "passages.jsonl.gz")) {
            move(aside.resolve(name), run.resolve(name));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /** One line a document: id, bytes, then id:bytes of each of its passages. Places follow from the sums. */
    private void index() throws IOException {
        try (OutputStream out = plain(aside.resolve("index.txt"))) {
            for (DocumentEntry entry : entries) {
                StringBuilder line = new StringBuilder(entry.id).append(' ').append(entry.place.length());
                for (Entry passage : entry.passages) {
                    line.append(' ').append(passage.id).append(':').append(passage.place.length());
                }
                line(line.toString().getBytes(StandardCharsets.US_ASCII), out);
            }
        }
    }

    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void line(byte[] bytes, OutputStream... outs) throws IOException {
        for (OutputStream out : outs) {
            out.write(bytes);
            out.write('\n');
        }
    }

    /** Java's gzip header names no time and no file, so equal content gives equal bytes. */
    private static OutputStream packed(Path file, MessageDigest sha) throws IOException {
        OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16);
        return new DigestOutputStream(new BufferedOutputStream(gzip, 1 << 16), sha);
    }

    private static OutputStream plain(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        documents.close();
        passages.close();
        sweep(run);
    }

    /** Clears away what was written aside; a killed run may have left some. */
    static void sweep(Path run) throws IOException {
        Path aside = aside(run);
        if (Files.exists(aside)) {
            try (var left = Files.list(aside)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(aside);
        }
    }

    private static Path aside(Path run) {
        return DiskCorpus.folder(run).resolve("writing");
    }
}
