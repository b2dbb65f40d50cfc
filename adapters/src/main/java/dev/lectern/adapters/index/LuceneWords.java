package dev.lectern.adapters.index;

import dev.lectern.corpus.Filter;
import dev.lectern.index.Entry;
import dev.lectern.index.Found;
import dev.lectern.index.WordsIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Passages by their words: BM25, each language in a field of its own, with statistics of its own. */
final class LuceneWords implements WordsIndex {
    /** A question of more words than this is cut: it is a text, and Lucene takes no more clauses. */
    private static final int MOST_WORDS = 256;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer;

    LuceneWords(DirectoryReader reader, Analyzer analyzer) {
        this.reader = reader;
        this.analyzer = analyzer;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new CoarseBm25());
        searcher.setQueryCache(null);
    }

    static Document document(Entry entry) {
        Document document = Fields.of(entry);
        document.add(new TextField(Analyzers.field(entry.document().language()), entry.text(), Store.NO));
        return document;
    }

    @Override
    public List<Found> find(String query, int top, Filter filter) {
        try {
            if (reader.leaves().isEmpty()) {
                return List.of();
            }
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            for (String field : Analyzers.FIELDS) {
                for (String word : words(field, query)) {
                    any.add(new TermQuery(new Term(field, word)), Occur.SHOULD);
                }
            }
            Query asked = any.build();
            Query narrowed = filter.allowsAll()
                    ? asked
                    : new BooleanQuery.Builder()
                            .add(asked, Occur.MUST)
                            .add(Fields.allowed(filter), Occur.FILTER)
                            .build();
            return Fields.found(
                    searcher.search(narrowed, top).scoreDocs,
                    reader.leaves().getFirst().reader());
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read", e);
        }
    }

    /** Each word once. */
    private Set<String> words(String field, String query) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = analyzer.tokenStream(field, query)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < MOST_WORDS && stream.incrementToken()) {
                words.add(word.toString());
            }
            // A stream must be read to its end before its analyzer can be used again.
            stream.end();
        }
        return words;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
