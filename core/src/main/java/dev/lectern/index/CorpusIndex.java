package dev.lectern.index;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.corpus.WordIndex;
import dev.lectern.model.Reranker;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;

/**
 * Finds passages of one corpus. An index is made when it is first asked, and kept in the folder until the set of passages changes; what
 * failed then fails for all who ask. Safe for many threads.
 */
public final class CorpusIndex implements AutoCloseable {
    /** How far down each list is read before they become one: a passage further down in one of them can hardly win. */
    private static final int DEPTH = 100;

    /** How many the reranker sees, which reads each beside the question and takes as long as that. */
    private static final int RERANKED = 30;

    private final Corpus corpus;
    private final Optional<Meanings> meanings;
    private final Optional<Reranker> reranker;
    private final Once<WordsIndex> words;
    private final Once<VectorsIndex> vectors;

    /**
     * @param folder where the index lies between runs
     * @param meanings empty where nothing embeds: then words alone count
     * @param reranker orders the best of what was found anew, where there is one
     */
    public CorpusIndex(Corpus corpus, Path folder, Optional<Meanings> meanings, Optional<Reranker> reranker) {
        this(
                corpus,
                folder,
                meanings,
                reranker,
                ServiceLoader.load(IndexMaker.class).findFirst());
    }

    /** @param maker empty for an index in memory, by words alone */
    CorpusIndex(
            Corpus corpus,
            Path folder,
            Optional<Meanings> meanings,
            Optional<Reranker> reranker,
            Optional<IndexMaker> maker) {
        this.corpus = corpus;
        this.reranker = reranker;
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
        return new Retriever() {
            @Override
            public List<Hit> find(String query, int top, Filter filter) {
                return CorpusIndex.this.find(by, query, top, filter);
            }

            @Override
            public double likeness(String one, String other) {
                return meanings.filter(models -> by != By.LEXICAL)
                        .map(models -> models.likeness(one, other))
                        .orElseGet(() -> Retriever.super.likeness(one, other));
            }
        };
    }

    private List<Hit> find(Retriever.By by, String query, int top, Filter filter) {
        List<Found> found = reranker.map(
                        model -> reranked(model, query, search(by, query, Math.max(RERANKED, top), filter)))
                .orElseGet(() -> search(by, query, top, filter));
        List<Hit> hits = new ArrayList<>();
        for (Found one : found.subList(0, Math.min(top, found.size()))) {
            Passage passage = corpus.passage(one.passage());
            hits.add(new Hit(passage, one.score(), hits.size() + 1));
        }
        return hits;
    }

    /** The best first; equal ones as they were. */
    private List<Found> reranked(Reranker model, String query, List<Found> found) {
        List<String> texts = found.stream()
                .map(one -> corpus.passage(one.passage()))
                .map(passage ->
                        Entry.of(passage, corpus.document(passage.document())).text())
                .toList();
        List<Double> scores = texts.isEmpty() ? List.of() : model.scores(query, texts);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Found(found.get(i).passage(), scores.get(i)))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .toList();
    }

    private List<Found> search(Retriever.By by, String query, int top, Filter filter) {
        if (meanings.isEmpty() || by == Retriever.By.LEXICAL) {
            return byWords(query, top, filter);
        } else if (by == Retriever.By.VECTOR) {
            return byMeaning(query, top, filter);
        }
        int depth = Math.max(DEPTH, top);
        List<Found> both = Fusion.of(byWords(query, depth, filter), byMeaning(query, depth, filter));
        return both.subList(0, Math.min(top, both.size()));
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
