package dev.lectern.adapters.index;

import dev.lectern.corpus.Filter;
import dev.lectern.index.Entry;
import dev.lectern.index.Found;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** What both indexes keep of a passage besides its words or its vector, and how it is asked for. */
final class Fields {
    private static final String PASSAGE = "passage";
    private static final String DOCUMENT = "document";
    private static final String LANGUAGE = "language";
    private static final String LABEL = "label";

    private Fields() {}

    static Document of(Entry entry) {
        Document fields = new Document();
        fields.add(
                new BinaryDocValuesField(PASSAGE, new BytesRef(entry.passage().id())));
        fields.add(new StringField(DOCUMENT, entry.document().id(), Store.NO));
        String language = entry.document().language();
        for (int end = language.indexOf('-'); end > 0; end = language.indexOf('-', end + 1)) {
            fields.add(new StringField(LANGUAGE, language.substring(0, end), Store.NO));
        }
        fields.add(new StringField(LANGUAGE, language, Store.NO));
        entry.document()
                .details()
                .forEach((name, value) -> fields.add(new StringField(LABEL, label(name, value), Store.NO)));
        return fields;
    }

    /** The passages that the filter allows. */
    static Query allowed(Filter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        if (!filter.documents().isEmpty()) {
            all.add(oneOf(filter.documents()), Occur.FILTER);
        }
        if (!filter.exceptDocuments().isEmpty()) {
            all.add(oneOf(filter.exceptDocuments()), Occur.MUST_NOT);
        }
        filter.language().ifPresent(code -> all.add(new TermQuery(new Term(LANGUAGE, code)), Occur.FILTER));
        filter.labels()
                .forEach((name, value) -> all.add(new TermQuery(new Term(LABEL, label(name, value))), Occur.FILTER));
        return all.build();
    }

    private static Query oneOf(SortedSet<String> ids) {
        return new TermInSetQuery(DOCUMENT, ids.stream().map(BytesRef::new).toList());
    }

    /** A label may be a whole abstract: what counts is that equal ones are equal. */
    private static String label(String name, String value) {
        String label = name + "=" + value;
        return label.length() <= 1000 ? label : name + "=#" + Hash.sha256(value);
    }

    /**
     * Which passages these are, in the same order.
     *
     * @param whole the only segment there is
     */
    static List<Found> found(ScoreDoc[] docs, LeafReader whole) throws IOException {
        ScoreDoc[] forwards = docs.clone();
        Arrays.sort(forwards, Comparator.comparingInt(doc -> doc.doc));
        BinaryDocValues passages = DocValues.getBinary(whole, PASSAGE);
        Map<Integer, String> ids = new HashMap<>();
        for (ScoreDoc doc : forwards) {
            passages.advanceExact(doc.doc);
            ids.put(doc.doc, passages.binaryValue().utf8ToString());
        }
        return Stream.of(docs)
                .map(doc -> new Found(Objects.requireNonNull(ids.get(doc.doc)), doc.score))
                .toList();
    }
}
