package dev.lectern.bench;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Documents in memory, each one passage. */
final class PagesCorpus implements Corpus {
    private final SortedMap<String, Document> byId = new TreeMap<>();
    private final Derived derived = new Derived();

    PagesCorpus(List<Document> documents) {
        documents.forEach(d -> byId.put(d.id(), d));
    }

    @Override
    public Document document(String id) {
        Document found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no document " + id);
        }
        return found;
    }

    @Override
    public Passage passage(String id) {
        return everyPassage()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no passage " + id));
    }

    @Override
    public List<Passage> passagesOf(String document) {
        Document d = document(document);
        return List.of(new Passage(
                Passage.idOf(document, d.text(), 0), document, 0, d.text().length(), List.of(), OptionalInt.empty()));
    }

    @Override
    public List<String> documents() {
        return List.copyOf(byId.keySet());
    }

    @Override
    public List<String> passages() {
        return byId.keySet().stream()
                .map(id -> passagesOf(id).getFirst().id())
                .sorted()
                .toList();
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    @Override
    public String digest() {
        return Hash.id(documents().toArray(String[]::new));
    }
}
