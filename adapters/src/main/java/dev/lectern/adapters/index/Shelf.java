package dev.lectern.adapters.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;

/**
 * A folder that holds one index, never changed once it is made. Documents are added by one thread in the order given, in portions of a
 * fixed count, and joined into one segment in the end, so equal passages give an equal index.
 */
final class Shelf {
    /** Passages that are held in memory before they are written: some 100 MB with their vectors. */
    static final int PORTION = 20_000;

    /** All portions are joined in one go, so that a graph is made once. */
    private static final int AT_ONCE = 100_000;

    private static final String KEY = "key";

    private final Path folder;
    private final Analyzer analyzer;
    private final Similarity similarity;
    private final Codec adding;
    private final Codec joining;

    /** @param adding how portions are written, and {@code joining} how the whole is, where it has more than one */
    Shelf(Path folder, Analyzer analyzer, Similarity similarity, Codec adding, Codec joining) {
        this.folder = folder;
        this.analyzer = analyzer;
        this.similarity = similarity;
        this.adding = adding;
        this.joining = joining;
    }

    /** The index in the folder, if it was made whole under this key. */
    Optional<DirectoryReader> find(String key) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try {
            DirectoryReader reader = open();
            if (key.equals(reader.getIndexCommit().getUserData().get(KEY))) {
                return Optional.of(reader);
            }
            reader.close();
            return Optional.empty();
        } catch (IndexNotFoundException | CorruptIndexException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder + " cannot be read", e);
        }
    }

    /** Makes it anew; closes the stream. */
    DirectoryReader make(String key, Stream<Document> documents) {
        try (documents) {
            clear();
            Files.createDirectories(folder);
            try (IndexWriter writer = writer(adding, NoMergePolicy.INSTANCE)) {
                for (var each = documents.iterator(); each.hasNext(); ) {
                    writer.addDocument(each.next());
                }
            }
            LogDocMergePolicy inOrder = new LogDocMergePolicy();
            inOrder.setMergeFactor(AT_ONCE);
            try (IndexWriter writer = writer(joining, inOrder)) {
                writer.forceMerge(1);
                writer.setLiveCommitData(Map.of(KEY, key).entrySet());
                writer.commit();
            }
            return open();
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder + " cannot be written", e);
        }
    }

    private DirectoryReader open() throws IOException {
        return DirectoryReader.open(FSDirectory.open(folder));
    }

    private IndexWriter writer(Codec codec, MergePolicy merging) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setSimilarity(similarity)
                .setCodec(codec)
                .setMergeScheduler(new SerialMergeScheduler())
                .setMergePolicy(merging)
                .setMaxBufferedDocs(PORTION)
                .setRAMBufferSizeMB(IndexWriterConfig.DISABLE_AUTO_FLUSH)
                .setUseCompoundFile(false);
        return new IndexWriter(FSDirectory.open(folder), config);
    }

    private void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
