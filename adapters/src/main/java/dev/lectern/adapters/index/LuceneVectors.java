package dev.lectern.adapters.index;

import dev.lectern.corpus.Filter;
import dev.lectern.index.Found;
import dev.lectern.index.Placed;
import dev.lectern.index.VectorsIndex;
import dev.lectern.learn.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Passages by their vectors. The nearest are found by their codes, one by one or through a graph, and ranked by the vectors themselves.
 * Each space is a pair of fields.
 */
final class LuceneVectors implements VectorsIndex {
    /** Begins the name of a field with codes. */
    static final String CODE = "code-";

    private static final String VECTOR = "vector-";

    /** How many are ranked again: enough that none of the best is lost to the rounding of codes or by the graph. */
    private static final int CANDIDATES = 200;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneVectors(DirectoryReader reader) {
        this.reader = reader;
        searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    static Document document(Placed placed) {
        Document document = Fields.of(placed.entry());
        document.add(new KnnByteVectorField(
                CODE + placed.space(), Codes.of(placed.vector()), VectorSimilarityFunction.DOT_PRODUCT));
        document.add(new KnnFloatVectorField(
                VECTOR + placed.space(), placed.vector(), VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }

    @Override
    public List<Found> find(String space, float[] vector, int top, Filter filter) {
        try {
            if (reader.leaves().isEmpty()) {
                return List.of();
            }
            int candidates = Math.max(CANDIDATES, 2 * top);
            Query near = filter.allowsAll()
                    ? new KnnByteVectorQuery(CODE + space, Codes.of(vector), candidates)
                    : new KnnByteVectorQuery(CODE + space, Codes.of(vector), candidates, Fields.allowed(filter));
            ScoreDoc[] found = searcher.search(near, candidates).scoreDocs;
            rank(found, space, vector);
            return Fields.found(Arrays.copyOf(found, Math.min(top, found.length)), whole());
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    private void rank(ScoreDoc[] found, String space, float[] vector) throws IOException {
        if (found.length == 0) {
            return;
        }
        Arrays.sort(found, Comparator.comparingInt(doc -> doc.doc));
        FloatVectorValues vectors = whole().getFloatVectorValues(VECTOR + space);
        KnnVectorValues.DocIndexIterator at = vectors.iterator();
        for (ScoreDoc doc : found) {
            at.advance(doc.doc);
            doc.score = (float) Vectors.cosine(vector, vectors.vectorValue(at.index()));
        }
        Arrays.sort(
                found, Comparator.<ScoreDoc>comparingDouble(doc -> -doc.score).thenComparingInt(doc -> doc.doc));
    }

    private LeafReader whole() {
        return reader.leaves().getFirst().reader();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
