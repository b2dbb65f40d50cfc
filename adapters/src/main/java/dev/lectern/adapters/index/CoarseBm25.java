package dev.lectern.adapters.index;

import dev.lectern.corpus.Bm25;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/** BM25 that counts the corpus in coarse steps, so that an edit leaves the scores of other passages as they are. */
final class CoarseBm25 extends BM25Similarity {
    CoarseBm25() {
        super((float) Bm25.K1, (float) Bm25.B);
    }

    @Override
    protected float idf(long with, long all) {
        return (float) Bm25.rarity(with, all);
    }

    @Override
    protected float avgFieldLength(CollectionStatistics field) {
        return (float) Bm25.usualLength(field.sumTotalTermFreq(), field.docCount());
    }
}
