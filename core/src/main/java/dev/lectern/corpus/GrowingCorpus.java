package dev.lectern.corpus;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A corpus to which documents come that a run finds on its way, as pages of the web. They can be looked up as any other; lists, digest and
 * index stay those of what was there before, so that nothing depends on which of them came first.
 */
public final class GrowingCorpus implements Corpus {
    private record Found(Document document, List<Passage> passages) {}

    private final Corpus before;
    private final Chunker chunker;
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final Map<String, Passage> passages = new ConcurrentHashMap<>();

    /** @param chunker cuts what comes */
    public GrowingCorpus(Corpus before, Chunker chunker) {
        this.before = before;
        this.chunker = chunker;
    }

    /** Takes a document in; one that is there already stays as it is. */
    public void add(Document document) {
        List<Passage> cut = chunker.cut(document);
        cut.forEach(passage -> passages.putIfAbsent(passage.id(), passage));
        found.putIfAbsent(document.id(), new Found(document, cut));
    }

    /** What came, in id order. */
    public List<Document> found() {
        return found.values().stream()
                .map(Found::document)
                .sorted(Comparator.comparing(Document::id))
                .toList();
    }

    @Override
    public Document document(String id) {
        Found own = found.get(id);
        return own == null ? before.document(id) : own.document();
    }

    @Override
    public Passage passage(String id) {
        Passage own = passages.get(id);
        return own == null ? before.passage(id) : own;
    }

    @Override
    public List<Passage> passagesOf(String document) {
        Found own = found.get(document);
        return own == null ? before.passagesOf(document) : own.passages();
    }

    @Override
    public List<String> documents() {
        return before.documents();
    }

    @Override
    public List<String> passages() {
        return before.passages();
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return before.derived(kind, make);
    }

    @Override
    public String digest() {
        return before.digest();
    }
}
