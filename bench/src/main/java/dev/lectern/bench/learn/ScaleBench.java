package dev.lectern.bench.learn;

import dev.lectern.bench.Resident;
import dev.lectern.learn.Rows;
import dev.lectern.learn.RowsWriter;
import dev.lectern.select.Policy;
import dev.lectern.select.Pool;
import dev.lectern.select.Selection;
import dev.lectern.select.Subjects;
import dev.lectern.select.Target;
import dev.lectern.select.Yield;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A selection among very many made-up passages whose vectors lie in a file: time until the first round (clusters included), of each
 * round, and the most memory. Prints one line of JSON.
 */
final class ScaleBench {
    private static final int ROUNDS = 100;
    private static final int A_ROUND = 32;
    private static final int PASSAGES_TO_A_DOCUMENT = 10;
    private static final int PASSAGES_TO_A_THEME = 500;
    private static final int PAIRS_TO_A_PASSAGE = 3;

    private static final int NAMES = 800;
    private static final int TO_A_CLASS = 10;

    private ScaleBench() {}

    /** About as many as ship: names of themes, ten to a class. */
    private static Subjects subjects(MadeUp made) {
        List<float[]> names = IntStream.range(0, NAMES)
                .mapToObj(i -> made.of(i % made.themes()))
                .toList();
        return new Subjects(
                names,
                IntStream.range(0, NAMES / TO_A_CLASS)
                        .mapToObj(each -> IntStream.range(each * TO_A_CLASS, (each + 1) * TO_A_CLASS)
                                .toArray())
                        .toList());
    }

    /** @param args empty folder, how many passages, policy (tuned) */
    public static void main(String[] args) throws IOException {
        int size = Integer.parseInt(args[1]);
        Policy policy = Policy.valueOf((args.length > 2 ? args[2] : "tuned").toUpperCase(Locale.ROOT));
        MadeUp made = new MadeUp(Math.max(1, size / PASSAGES_TO_A_THEME), 1);
        SplittableRandom chance = new SplittableRandom(2);
        int[] documents = new int[size];
        int[] themes = new int[size];
        Path file = Path.of(args[0]).resolve("vectors");
        try (RowsWriter writer = new RowsWriter(file, "made-up")) {
            for (int i = 0; i < size; i++) {
                documents[i] = i / PASSAGES_TO_A_DOCUMENT;
                themes[i] = i % PASSAGES_TO_A_DOCUMENT == 0 ? chance.nextInt(made.themes()) : themes[i - 1];
                writer.add(made.of(themes[i]));
            }
            writer.finish();
        }
        List<float[]> goals = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            goals.add(made.of(i % Math.min(4, made.themes())));
        }
        long began = System.nanoTime();
        Pool pool = Pool.of(Rows.mapped(file, "made-up").orElseThrow(), documents);
        Selection selection = policy.open(
                pool, Target.of(goals).among(subjects(made)), policy.preset(1).withBudget(ROUNDS * A_ROUND));
        double opened = (System.nanoTime() - began) / 1e9;
        double[] rounds = new double[ROUNDS];
        int fitting = 0;
        int extracted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            began = System.nanoTime();
            int[] items = selection.next(A_ROUND);
            long told = System.nanoTime() - began;
            List<Yield> yields = new ArrayList<>();
            extracted += items.length;
            for (int item : items) {
                fitting += themes[item] < 4 ? 1 : 0;
                List<float[]> pairs = new ArrayList<>();
                for (int i = 0; i < PAIRS_TO_A_PASSAGE; i++) {
                    pairs.add(made.of(themes[item]));
                }
                yields.add(new Yield(item, pairs));
            }
            began = System.nanoTime();
            selection.learn(yields);
            rounds[round] = (told + System.nanoTime() - began) / 1e6;
        }
        double first = rounds[0];
        Arrays.sort(rounds);
        System.out.printf(
                Locale.ROOT,
                "{\"passages\":%d,\"policy\":\"%s\",\"until_first_round_s\":%.1f,\"round_ms\":{\"median\":%.2f,\"worst\":%.2f,\"first\":%.2f},"
                        + "\"fitting_of\":[%d,%d],\"peak_MiB\":%d,\"heap_MiB\":%d,\"file_MiB\":%d}%n",
                size,
                policy.key(),
                opened,
                rounds[ROUNDS / 2],
                rounds[ROUNDS - 1],
                first,
                fitting,
                extracted,
                Resident.mostMiB(),
                Runtime.getRuntime().totalMemory() >> 20,
                Files.size(file) >> 20);
    }
}
