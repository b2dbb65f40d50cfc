package dev.lectern.corpus;

import dev.lectern.text.Hash;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A few documents of a corpus as one of its own, to look for something in them alone. */
public final class SomeDocuments implements Corpus {
    private final Corpus all;
    private final List<String> documents;
    private final List<String> passages;
    private final Derived derived = new Derived();

    public SomeDocuments(Corpus all, Collection<String> ids) {
        this.all = all;
        documents = ids.stream().distinct().sorted().toList();
        passages = documents.stream()
                .flatMap(id -> all.passagesOf(id).stream())
                .map(Passage::id)
                .sorted()
                .toList();
    }

    @Override
    public Document document(String id) {
        return all.document(id);
    }

    @Override
    public Passage passage(String id) {
        return all.passage(id);
    }

    @Override
    public List<Passage> passagesOf(String document) {
        return all.passagesOf(document);
    }

    @Override
    public List<String> documents() {
        return documents;
    }

    @Override
    public List<String> passages() {
        return passages;
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    @Override
    public String digest() {
        return Hash.id(passages.toArray(String[]::new));
    }
}
