package dev.lectern.bench.grounding;

import dev.lectern.bench.grounding.Spoilt.Fault;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.screen.LocateQuotes;
import dev.lectern.stage.screen.ScreenAnswer;
import dev.lectern.testkit.MemoryCorpus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Shows what the program checks catch of an oracle's errors and what they lose of its good answers:
 * {@code GroundingBench [--rows 3000] [--show FAULT|good] DATA…}, with files of gold pairs. Then what judges that are right with a known
 * probability add to them, and how often voters of known accuracy are right together, each beside what theory says.
 */
public final class GroundingBench {
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final double WRONG = 0.3;
    private static final double RIGHT = 0.9;
    private static final int QUESTIONS = 4000;

    private GroundingBench() {}

    /** @param reason why the row was dropped; empty if it was kept */
    record Judged(GoldPair pair, Oracle.Said said, Optional<String> reason) {
        String kind() {
            return said.fault().map(Fault::name).orElse(said.restated() ? "good, restated" : "good");
        }
    }

    public static void main(String[] args) throws IOException {
        int rows = 3000;
        String show = "";
        List<GoldPair> pairs = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--rows" -> rows = Integer.parseInt(args[++i]);
                case "--show" -> show = args[++i];
                default -> pairs.addAll(GoldPair.of(Path.of(args[i])));
            }
        }
        Oracle oracle = new Oracle(new Spoilt(pairs), WRONG);
        for (boolean chinese : new boolean[] {false, true}) {
            List<GoldPair> drawn = pairs.stream()
                    .filter(pair -> pair.chinese() == chinese)
                    .sorted(Comparator.comparing(pair -> new Dice(pair.id() + pair.question()).share("draw")))
                    .limit(rows)
                    .toList();
            if (!drawn.isEmpty()) {
                String language = chinese ? "zh" : "en";
                List<Judged> judged = judged(drawn, oracle);
                report(language, judged, show);
                Corpus corpus = corpus(drawn);
                new JudgedRows(1, RIGHT, 0.8).lines(language, judged, corpus).forEach(OUT::println);
                new JudgedRows(3, RIGHT, 0.6).lines(language, judged, corpus).forEach(OUT::println);
            }
        }
        OUT.println(new Votes(QUESTIONS, true, 0.784, List.of(0.7, 0.7, 0.7)).line());
        OUT.println(new Votes(QUESTIONS, true, 0.788, List.of(0.6, 0.7, 0.8)).line());
        OUT.println(new Votes(QUESTIONS, false, 0.884, List.of(0.6, 0.7, 0.8)).line());
    }

    static List<Judged> judged(List<GoldPair> pairs, Oracle oracle) {
        Corpus corpus = corpus(pairs);
        BenchTools tools = new BenchTools(corpus);
        return pairs.stream()
                .map(pair -> {
                    Oracle.Said said = oracle.say(pair);
                    return new Judged(pair, said, reason(row(pair, said, corpus), tools));
                })
                .toList();
    }

    private static Corpus corpus(List<GoldPair> pairs) {
        Map<String, String> texts = new TreeMap<>();
        pairs.forEach(pair -> texts.put(pair.uri(), pair.context()));
        return MemoryCorpus.of(texts, pairs.getFirst().chinese() ? "zh" : "en");
    }

    private static Optional<String> reason(Sample row, BenchTools tools) {
        Sample sample = row;
        for (PerSample stage : List.of(new LocateQuotes(), new ScreenAnswer())) {
            Outcome outcome = stage.apply(sample, tools).getFirst();
            if (outcome instanceof Outcome.Dropped dropped) {
                return Optional.of(dropped.reason());
            }
            sample = outcome.sample();
        }
        return Optional.empty();
    }

    static Sample row(GoldPair pair, Oracle.Said said, Corpus corpus) {
        String document = Document.idOf(pair.uri());
        Passage passage = corpus.passagesOf(document).getFirst();
        return Sample.seedling("parent", pair.chinese() ? "zh" : "en", List.of(), Lineage.of("bench"))
                .child(pair.id(), List.of(Turn.user(pair.question()), Turn.assistant(said.answer())), "qa")
                .withEvidence(List.of(Evidence.claimed(document, passage.id(), said.quote(), Optional.of(pair.uri()))));
    }

    private static void report(String language, List<Judged> rows, String show) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Judged row : rows) {
            int[] count = counts.computeIfAbsent(row.kind(), kind -> new int[2]);
            count[0]++;
            count[1] += row.reason().isPresent() ? 1 : 0;
        }
        counts.forEach((kind, count) -> OUT.printf(
                Locale.ROOT,
                "{\"language\":\"%s\",\"rows\":\"%s\",\"number\":%d,\"dropped\":%d,\"share\":%.4f}%n",
                language,
                kind,
                count[0],
                count[1],
                (double) count[1] / count[0]));
        for (Judged row : rows) {
            boolean asked = row.kind().equalsIgnoreCase(show)
                    || (show.equals("good") && row.said().fault().isEmpty());
            if (asked && row.reason().isPresent() != row.said().fault().isPresent()) {
                OUT.println(row.reason().orElse("kept") + " | " + row.pair().question() + "\n  A: "
                        + row.said().answer() + "\n  E: " + row.said().quote() + "\n  G: "
                        + row.pair().answer());
            }
        }
    }
}
