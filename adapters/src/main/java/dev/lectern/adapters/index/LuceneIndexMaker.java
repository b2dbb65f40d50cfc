package dev.lectern.adapters.index;

import dev.lectern.index.Entry;
import dev.lectern.index.IndexMaker;
import dev.lectern.index.Placed;
import dev.lectern.index.VectorsIndex;
import dev.lectern.index.WordsIndex;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.util.Version;

/** Indexes kept by Lucene. */
public final class LuceneIndexMaker implements IndexMaker {
    /** Goes up whenever passages are analysed or kept another way. */
    private static final String OURS = "2 lucene " + Version.LATEST;

    /** From here on a graph is worth its making: one by one, so many are looked through in some milliseconds. */
    private static final int MANY = 20_000;

    /** Held, or it would be forgotten with its level: Lucene tells every user that some processors could multiply faster. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final int many;

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    public LuceneIndexMaker() {
        this(MANY);
    }

    /** @param many passages from which on a graph is made */
    LuceneIndexMaker(int many) {
        this.many = many;
    }

    @Override
    public WordsIndex words(Path folder, String key, Supplier<Stream<Entry>> entries) {
        Analyzer analyzer = Analyzers.perField();
        Shelf shelf = new Shelf(folder, analyzer, new CoarseBm25(), Codec.getDefault(), Codec.getDefault());
        String whole = OURS + " words " + key;
        return new LuceneWords(
                shelf.find(whole)
                        .orElseGet(() -> shelf.make(whole, entries.get().map(LuceneWords::document))),
                analyzer);
    }

    @Override
    public VectorsIndex vectors(Path folder, String key, long count, Supplier<Stream<Placed>> entries) {
        boolean graph = count > many;
        Codec portions = new VectorFormats(graph && count <= Shelf.PORTION);
        Shelf shelf = new Shelf(folder, new KeywordAnalyzer(), new CoarseBm25(), portions, new VectorFormats(graph));
        String whole = OURS + " vectors " + many + " " + key;
        return new LuceneVectors(shelf.find(whole)
                .orElseGet(() -> shelf.make(whole, entries.get().map(LuceneVectors::document))));
    }
}
