package dev.lectern.adapters.index;

import java.io.IOException;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/** Says which vectors get a graph. It is only asked when an index is written; what is written says itself how it is read. */
final class VectorFormats extends Lucene104Codec {
    /** Links of a passage in the graph: Lucene's own choice. */
    private static final int LINKS = 16;

    /** How many passages are looked at to find them: twice Lucene's choice, as making vectors takes far longer than linking them. */
    private static final int LOOKED_AT = 200;

    /** A segment with fewer passages than this gets no graph. */
    private static final int NEVER = 1_000_000_000;

    private final KnnVectorsFormat plain = new Format(NEVER);
    private final KnnVectorsFormat linked = new Format(0);
    private final boolean graph;

    /** @param graph whether codes are linked to their neighbours; else they are searched one by one */
    VectorFormats(boolean graph) {
        this.graph = graph;
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return graph && field.startsWith(LuceneVectors.CODE) ? linked : plain;
    }

    /** Lucene's, for vectors of any length that embedders give. */
    private static final class Format extends KnnVectorsFormat {
        private static final int LONGEST = 8192;

        private final KnnVectorsFormat lucene;

        Format(int threshold) {
            super("Lucene99HnswVectorsFormat");
            lucene = new Lucene99HnswVectorsFormat(LINKS, LOOKED_AT, 1, null, threshold);
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return lucene.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return lucene.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return LONGEST;
        }
    }
}
