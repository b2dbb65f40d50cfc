package dev.lectern.bench.retrieval;

import dev.lectern.corpus.Chunker;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.ingest.ReadOptions;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Documents in memory, cut as a build cuts them. */
final class CutCorpus implements Corpus {
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final SortedMap<String, Passage> passages = new TreeMap<>();
    private final SortedMap<String, List<Passage>> cut = new TreeMap<>();
    private final Derived derived = new Derived();

    CutCorpus(List<Document> all) {
        Chunker chunker = new Chunker(ReadOptions.PASSAGE_TOKENS);
        for (Document document : all) {
            documents.put(document.id(), document);
            cut.put(document.id(), chunker.cut(document));
            cut.get(document.id()).forEach(passage -> passages.put(passage.id(), passage));
        }
    }

    @Override
    public Document document(String id) {
        return Objects.requireNonNull(documents.get(id), id);
    }

    @Override
    public Passage passage(String id) {
        return Objects.requireNonNull(passages.get(id), id);
    }

    @Override
    public List<Passage> passagesOf(String document) {
        return Objects.requireNonNull(cut.get(document), document);
    }

    @Override
    public List<String> documents() {
        return List.copyOf(documents.keySet());
    }

    @Override
    public List<String> passages() {
        return List.copyOf(passages.keySet());
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    @Override
    public String digest() {
        return Hash.sha256(documents.values().toString());
    }
}
