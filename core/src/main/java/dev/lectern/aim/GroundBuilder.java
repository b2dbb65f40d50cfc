package dev.lectern.aim;

import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Corpus;
import dev.lectern.learn.Rows;
import dev.lectern.learn.RowsWriter;
import dev.lectern.learn.Vectors;
import dev.lectern.model.Meaning;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Gives the items of a corpus vectors, some hundreds at a time, and puts them into a file, so that neither texts nor vectors need room in
 * memory. A file that was made of the same corpus by the same models is used as it is.
 */
final class GroundBuilder {
    /** So many keep all processors at work, or all requests that a provider allows. */
    private static final int AT_A_TIME = 1024;

    private final Meaning meaning;
    private final Set<String> languages;
    private final boolean whole;
    private final Path file;
    private final BiConsumer<Long, Long> heard;

    /**
     * @param languages of the aim
     * @param whole whether documents are the items, each in the middle of its passages
     * @param folder where the file lies
     * @param heard how many passages have a vector, of how many
     */
    GroundBuilder(Meaning meaning, Set<String> languages, boolean whole, Path folder, BiConsumer<Long, Long> heard) {
        this.meaning = meaning;
        this.languages = languages;
        this.whole = whole;
        this.file = folder.resolve(Sight.VECTORS);
        this.heard = heard;
    }

    Ground of(Corpus corpus) {
        String key = Hash.id(corpus.digest(), meaning.models().toString(), whole ? "documents" : "passages");
        long all = corpus.passages().size();
        try {
            Optional<Rows> kept = Rows.mapped(file, key);
            if (kept.isPresent()) {
                GroundItems items = items().over(corpus, texts -> {});
                if (items.size() == kept.get().size()) {
                    heard.accept(all, all);
                    return items.with(kept.get());
                }
            }
            GroundItems items = written(corpus, key, all);
            return items.with(Rows.mapped(file, key)
                    .orElseThrow(() -> new IOException("what was written to " + file + " is not what is read there")));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private GroundItems written(Corpus corpus, String key, long all) throws IOException {
        Files.createDirectories(file.getParent());
        try (Batches batches = new Batches(key, all)) {
            GroundItems items = items().over(corpus, batches::add);
            batches.finish();
            return items;
        }
    }

    private GroundItems items() {
        return new GroundItems(
                language -> languages.stream().anyMatch(aimed -> meaning.compares(aimed, language)),
                meaning::compares,
                whole);
    }

    private ProblemsException unusable(IOException e) {
        return new ProblemsException(
                "the vectors of the passages cannot be kept: " + e,
                file.toString(),
                "make room (some 2 KB a passage) and run it again: what was embedded is not embedded anew");
    }

    /** Texts that wait for their vectors, and the file that these go into. */
    private final class Batches implements AutoCloseable {
        private final RowsWriter writer;
        private final long all;
        private final List<List<Worded>> waiting = new ArrayList<>();
        private int texts;
        private long done;

        Batches(String key, long all) throws IOException {
            writer = new RowsWriter(file, key);
            this.all = all;
        }

        void add(List<Worded> item) {
            waiting.add(item);
            texts += item.size();
            if (texts >= AT_A_TIME) {
                flush();
            }
        }

        private void flush() {
            List<float[]> made =
                    meaning.vectors(waiting.stream().flatMap(List::stream).toList());
            int at = 0;
            try {
                for (List<Worded> item : waiting) {
                    writer.add(middle(made.subList(at, at + item.size())));
                    at += item.size();
                }
            } catch (IOException e) {
                throw unusable(e);
            }
            done += texts;
            waiting.clear();
            texts = 0;
            if (done < all) {
                heard.accept(done, all);
            }
        }

        void finish() throws IOException {
            flush();
            writer.finish();
            heard.accept(all, all);
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static float[] middle(List<float[]> vectors) {
        if (vectors.size() == 1) {
            return vectors.getFirst();
        }
        float[] sum = new float[vectors.getFirst().length];
        vectors.forEach(vector -> IntStream.range(0, sum.length).forEach(i -> sum[i] += vector[i]));
        return Vectors.unit(sum);
    }
}
