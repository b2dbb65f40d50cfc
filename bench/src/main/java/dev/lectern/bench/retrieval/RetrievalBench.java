package dev.lectern.bench.retrieval;

import dev.lectern.adapters.store.SqliteReplyStoreProvider;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Retriever;
import dev.lectern.index.CorpusIndex;
import dev.lectern.index.Meanings;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Embedders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How well passages are found: each question of a set is looked up among all passages of the set, and its own should be among the first.
 * Vectors are kept between runs.
 */
final class RetrievalBench {
    private static final int LOOKED_AT = 10;
    private static final int FIRST = 5;

    private RetrievalBench() {}

    /** @param args file for vectors, empty folder for indexes, files with sets */
    public static void main(String[] args) throws IOException {
        System.out.println("| Set | Passages | Questions | Words | Vectors | Hybrid |\n|---|---|---|---|---|---|");
        try (ReplyStore store = new SqliteReplyStoreProvider().open(Path.of(args[0]))) {
            for (String file : List.of(args).subList(2, args.length)) {
                QaSet set = QaSet.read(Path.of(file));
                Path folder = Files.createDirectories(Path.of(args[1])).resolve(set.name());
                try (CorpusIndex index =
                        new CorpusIndex(set.corpus(), folder, Optional.of(meanings(store)), Optional.empty())) {
                    System.out.println("| " + set.name() + " | "
                            + set.corpus().passages().size() + " | "
                            + set.questions().size() + " | " + found(set, index.retriever(Retriever.By.LEXICAL)) + " | "
                            + found(set, index.retriever(Retriever.By.VECTOR)) + " | "
                            + found(set, index.retriever(Retriever.By.HYBRID)) + " |");
                }
            }
        }
    }

    private static Meanings meanings(ReplyStore store) {
        return Meanings.of(embedder("bge-zh", store), embedder("minilm", store));
    }

    private static Embedder embedder(String name, ReplyStore store) {
        return Embedders.open(name, ModelSettings.of(Map.of()), store, Clock.systemUTC());
    }

    /** Share of questions with an own passage among the first five; mean of 1 / its rank, 0 beyond the first ten. */
    private static String found(QaSet set, Retriever retriever) {
        int first = 0;
        double ranks = 0;
        for (QaSet.Asked asked : set.questions()) {
            Optional<Hit> own = retriever.find(asked.question(), LOOKED_AT, Filter.NONE).stream()
                    .filter(hit -> asked.own().contains(hit.passage().id()))
                    .findFirst();
            first += own.filter(hit -> hit.rank() <= FIRST).isPresent() ? 1 : 0;
            ranks += own.map(hit -> 1.0 / hit.rank()).orElse(0.0);
        }
        int all = set.questions().size();
        return String.format(Locale.ROOT, "%.4f / %.4f", first / (double) all, ranks / all);
    }
}
