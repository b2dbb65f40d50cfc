package dev.lectern.bench.retrieval;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.index.CorpusIndex;
import dev.lectern.index.Meanings;
import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How fast passages are found among very many. Texts and vectors are made up, so the time of the embedder plays no part. */
final class RetrievalSpeed {
    private static final int WORDS = 120;
    private static final int ASKED_WORDS = 10;
    private static final int WARM_UP = 300;
    private static final int QUESTIONS = 1000;

    private RetrievalSpeed() {}

    /** @param args empty folder for the index, how many passages */
    public static void main(String[] args) {
        Random random = new Random(42);
        List<Document> documents = IntStream.range(0, Integer.parseInt(args[1]))
                .mapToObj(i -> new DocumentBuilder()
                        .paragraph(text(random, WORDS), List.of())
                        .build("page-" + i, "", "en"))
                .toList();
        Corpus corpus = new CutCorpus(documents);
        List<String> ids = corpus.passages();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < WARM_UP + QUESTIONS; i++) {
            Passage passage = corpus.passage(ids.get(random.nextInt(ids.size())));
            List<String> words = Arrays.asList(corpus.text(passage).split(" ", -1));
            int from = random.nextInt(words.size() - ASKED_WORDS);
            questions.add(String.join(" ", words.subList(from, from + ASKED_WORDS)));
        }
        try (CorpusIndex index =
                new CorpusIndex(corpus, Path.of(args[0]), Optional.of(Meanings.of(new MadeUp())), Optional.empty())) {
            long began = System.nanoTime();
            index.retriever(Retriever.By.HYBRID).find(questions.getFirst(), 3, Filter.NONE);
            System.out.printf(Locale.ROOT, "{\"index_made_s\":%.1f}%n", (System.nanoTime() - began) / 1e9);
            for (Retriever.By by : Retriever.By.values()) {
                List<Took> took = questions.stream()
                        .map(question -> took(index.retriever(by), question))
                        .skip(WARM_UP)
                        .toList();
                System.out.printf(
                        Locale.ROOT,
                        "{\"passages\":%d,\"by\":\"%s\",\"median_ms\":%.2f,\"p95_ms\":%.2f,\"p95_cpu_ms\":%.2f}%n",
                        ids.size(),
                        by,
                        part(took, Took::millis, 0.5),
                        part(took, Took::millis, 0.95),
                        part(took, Took::cpuMillis, 0.95));
            }
        }
    }

    /** By the clock, and of the processor: the second is what a machine that is busy with other work leaves comparable. */
    private record Took(double millis, double cpuMillis) {}

    private static Took took(Retriever retriever, String question) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        retriever.find(question, 3, Filter.NONE);
        return new Took((System.nanoTime() - began) / 1e6, (threads.getCurrentThreadCpuTime() - cpu) / 1e6);
    }

    private static double part(List<Took> took, ToDoubleFunction<Took> of, double share) {
        double[] sorted = took.stream().mapToDouble(of).sorted().toArray();
        return sorted[(int) (sorted.length * share)];
    }

    /** Words as often as in real text: the n-th most frequent comes 1 / n as often as the first. */
    private static String text(Random random, int words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            text.add("w" + (int) Math.pow(50_000, random.nextDouble()));
        }
        return String.join(" ", text);
    }

    /** Vectors in some thousand clusters, by the first word: as long as those of minilm. */
    private static final class MadeUp implements Embedder {
        private static final int LENGTH = 384;

        @Override
        public ModelId id() {
            return new ModelId("made-up", "", "clusters");
        }

        @Override
        public int dimensions() {
            return LENGTH;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(MadeUp::vector).toList();
        }

        private static float[] vector(String text) {
            Random cluster = new Random(text.hashCode() % 2000);
            Random own = new Random(text.hashCode());
            float[] vector = new float[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                vector[i] = (float) (cluster.nextGaussian() + own.nextGaussian());
            }
            return Vectors.unit(vector);
        }
    }
}
