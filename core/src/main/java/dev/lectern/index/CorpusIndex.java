package dev.lectern.index;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.corpus.WordIndex;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds passages of one corpus. An index is made when it is first asked, and kept in the folder until the set of passages changes; what
 * failed then fails for all who ask. Safe for many threads.
 */
public final class CorpusIndex implements AutoCloseable {
    /** How far down each list is read before they become one: a passage further down in one of them can hardly win. */
    private static final int DEPTH = 100;

    private final Corpus corpus;
    private final Optional<Meanings> meanings;
    private final Once<WordsIndex> words;
    private final Once<VectorsIndex> vectors;

    /**
     * @param folder where the index lies between runs
     * @param meanings empty where nothing embeds: then words alone count
     */
    public CorpusIndex(Corpus corpus, Path folder, Optional<Meanings> meanings) {
        this(corpus, folder, meanings, ServiceLoader.load(IndexMaker.class).findFirst());
    }

    /** @param maker empty for an index in memory, by words alone */
    public CorpusIndex(Corpus corpus, Path folder, Optional<Meanings> meanings, Optional<IndexMaker> maker) {
        this.corpus = corpus;
        this.meanings = maker.flatMap(m -> meanings);
        words = new Once<>(() -> maker.map(
                        m -> m.words(folder.resolve("words"), corpus.digest(), () -> Entry.all(corpus)))
                .orElseGet(() -> inMemory(corpus)));
        vectors = new Once<>(() -> vectors(maker.orElseThrow(), folder.resolve("vectors"), meanings.orElseThrow()));
    }

    private VectorsIndex vectors(IndexMaker maker, Path folder, Meanings models) {
        String key = corpus.digest() + " " + models.id();
        return maker.vectors(folder, key, corpus.passages().size(), () -> Embedding.of(Entry.all(corpus), models));
    }

    public Retriever retriever(Retriever.By by) {
        return (query, top, filter) -> find(by, query, top, filter);
    }

    private List<Hit> find(Retriever.By by, String query, int top, Filter filter) {
        int depth = Math.max(DEPTH, top);
        boolean both = by == Retriever.By.HYBRID && meanings.isPresent();
        List<Found> found = both
                ? Fusion.of(byWords(query, depth, filter), byMeaning(query, depth, filter))
                : by == Retriever.By.VECTOR && meanings.isPresent()
                        ? byMeaning(query, top, filter)
                        : byWords(query, top, filter);
        List<Hit> hits = new ArrayList<>();
        for (Found one : found.subList(0, Math.min(top, found.size()))) {
            Passage passage = corpus.passage(one.passage());
            hits.add(new Hit(passage, one.score(), hits.size() + 1));
        }
        return hits;
    }

    private List<Found> byWords(String query, int top, Filter filter) {
        return words.get().find(query, top, filter);
    }

    private List<Found> byMeaning(String query, int top, Filter filter) {
        Meanings models = meanings.orElseThrow();
        return vectors.get().find(models.spaceOfQuestion(query), models.ofQuestion(query), top, filter);
    }

    private static WordsIndex inMemory(Corpus corpus) {
        WordIndex index = WordIndex.over(corpus);
        return new WordsIndex() {
            @Override
            public List<Found> find(String query, int top, Filter filter) {
                return index.find(query, top, filter).stream()
                        .map(hit -> new Found(hit.passage().id(), hit.score()))
                        .toList();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {
        try {
            for (Once<? extends Closeable> made : List.of(words, vectors)) {
                for (Closeable one : made.made().stream().toList()) {
                    one.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be closed", e);
        }
    }
}
