package dev.lectern.testkit;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A corpus in memory: one passage per paragraph (text between blank lines) unless passages are given. */
public final class MemoryCorpus implements Corpus {
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final SortedMap<String, Passage> passages = new TreeMap<>();
    private final SortedMap<String, List<Passage>> byDocument = new TreeMap<>();
    private final Derived derived = new Derived();

    /** Plain texts by uri. */
    public static MemoryCorpus of(Map<String, String> texts, String language) {
        List<Document> documents = new ArrayList<>();
        new TreeMap<>(texts).forEach((uri, text) -> documents.add(plain(uri, text, language)));
        return new MemoryCorpus(documents);
    }

    public MemoryCorpus(List<Document> all) {
        for (Document document : all) {
            documents.put(document.id(), document);
            byDocument.put(document.id(), cut(document));
            byDocument.get(document.id()).forEach(p -> passages.put(p.id(), p));
        }
    }

    private static Document plain(String uri, String text, String language) {
        return new Document(
                Document.idOf(uri),
                uri,
                uri,
                language,
                text,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private static List<Passage> cut(Document document) {
        List<Passage> cut = new ArrayList<>();
        Map<String, Integer> seen = new TreeMap<>();
        String text = document.text();
        for (int from = 0; from < text.length(); ) {
            int to = text.indexOf("\n\n", from);
            to = to < 0 ? text.length() : to;
            String words = text.substring(from, to);
            if (!words.isBlank()) {
                int nth = seen.merge(words, 1, Integer::sum) - 1;
                cut.add(new Passage(
                        Passage.idOf(document.id(), words, nth),
                        document.id(),
                        from,
                        to,
                        List.of(document.title()),
                        document.pageAt(from)));
            }
            from = to + 2;
        }
        return List.copyOf(cut);
    }

    @Override
    public Document document(String id) {
        return known(documents, id);
    }

    @Override
    public Passage passage(String id) {
        return known(passages, id);
    }

    @Override
    public List<Passage> passagesOf(String document) {
        return known(byDocument, document);
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
    public String digest() {
        return Hash.sha256(documents.values().toString());
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    private static <T> T known(Map<String, T> map, String id) {
        T found = map.get(id);
        if (found == null) {
            throw new IllegalArgumentException("not in this corpus: " + id);
        }
        return found;
    }
}
