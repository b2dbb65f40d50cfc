package dev.lectern.ingest;

import dev.lectern.corpus.Source;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the corpus in a run folder was made of; written last, so a corpus without it was never finished.
 *
 * @param made how it was made: version of the readers, options
 */
record CorpusRecord(String made, List<Origin> files, IngestReport report, String digest) {
    /** Goes up whenever a reader or the chunker gives other text or other borders than before. */
    static final String VERSION = "2";

    /** @param modified milliseconds; only saves hashing, never decides that a file changed */
    record Origin(String uri, String path, long size, long modified, String sha256) {}

    static Path file(Path run) {
        return DiskCorpus.folder(run).resolve("corpus.json");
    }

    static String made(ReadOptions options, List<String> endings) {
        String how = String.join(
                " ",
                VERSION,
                options.language().orElse("auto"),
                Integer.toString(options.passageTokens()),
                String.join(",", endings));
        return options.redactor().isEmpty() ? how : how + " " + options.hides();
    }

    /** The record in the folder; empty where there is none or another version wrote it. */
    static Optional<CorpusRecord> in(Path run) {
        try {
            return Optional.of(Json.read(Files.readString(file(run)), CorpusRecord.class));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    void write(Path run) throws IOException {
        Path aside = file(run).resolveSibling("corpus.json.writing");
        Files.writeString(aside, Json.line(this), StandardCharsets.UTF_8);
        CorpusWriter.move(aside, file(run));
    }

    /** Is the corpus still good for these files, read this way? */
    boolean holdsFor(String how, List<FoundFile> found) {
        if (!made.equals(how) || files.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < files.size(); i++) {
            Origin origin = files.get(i);
            FoundFile now = found.get(i);
            boolean same = origin.uri.equals(now.uri()) && origin.size == now.size();
            boolean untouched = origin.path.equals(now.path().toString()) && origin.modified == now.modified();
            if (!same || (!untouched && !origin.sha256.equals(sha256(now.path())))) {
                return false;
            }
        }
        return true;
    }

    static Origin origin(FoundFile file) {
        return new Origin(file.uri(), file.path().toString(), file.size(), file.modified(), sha256(file.path()));
    }

    /** Of the file as it lies there; "" where it cannot be read, which equals no later content. */
    private static String sha256(Path file) {
        MessageDigest sha = CorpusWriter.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha.update(buffer, 0, n);
            }
        } catch (IOException e) {
            return "unreadable: " + Source.unreadable(e).what();
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
