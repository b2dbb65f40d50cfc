package dev.lectern.bench.equal;

import dev.lectern.learn.Rows;
import dev.lectern.learn.Sinkhorn;
import dev.lectern.learn.Transport;
import dev.lectern.select.Selection;
import dev.lectern.select.Yield;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One policy at one trial, followed until all that is measured is known.
 *
 * @param calls80 share of the documents extracted from when 80 % of the relevant pairs are held
 * @param recall of relevant pairs at 2, 5, 10 and 20 % of the documents, and at as many documents as are relevant
 * @param ot how far what was collected at 10 % is from pairs of the reference titles that the policy was not shown
 * @param answerer share of questions answered from what was collected at 10 %
 * @param seconds that the policy itself took
 */
record Play(double calls80, List<Double> recall, double ot, double answerer, double seconds) {
    static final List<String> MARKS = List.of("2", "5", "10", "20", "R");
    private static final double HELD = 0.8;
    private static final int CLOUD = 40;
    private static final int CLOUDS = 5;

    static Play of(Trial trial, Supplier<Selection> policy, int round) {
        int size = trial.pool().size();
        double all = 0;
        for (int item = 0; item < size; item++) {
            all += trial.got(item).stream().filter(Got::relevant).count();
        }
        long began = System.nanoTime();
        Selection selection = policy.get();
        long spent = System.nanoTime() - began;
        List<Double> held = new ArrayList<>(List.of(0.0));
        List<Got> collected = new ArrayList<>();
        int last = Math.max(at(size, 20), trial.relevantItems());
        int tenth = at(size, 10);
        while (held.size() <= last || held.getLast() < HELD * all) {
            began = System.nanoTime();
            int[] items = selection.next(round);
            List<Yield> yields = new ArrayList<>();
            for (int item : items) {
                yields.add(trial.told(item));
                held.add(held.getLast()
                        + trial.got(item).stream().filter(Got::relevant).count());
                if (held.size() <= tenth + 1) {
                    collected.addAll(trial.got(item));
                }
            }
            if (items.length == 0) {
                throw new IllegalStateException("the policy left documents out");
            }
            selection.learn(yields);
            spent += System.nanoTime() - began;
        }
        int calls = 1;
        while (held.get(calls) < HELD * all) {
            calls++;
        }
        List<Double> recall = new ArrayList<>();
        for (int mark : List.of(at(size, 2), at(size, 5), tenth, at(size, 20), trial.relevantItems())) {
            recall.add(all == 0 ? 1 : held.get(mark) / all);
        }
        return new Play(
                calls / (double) size, recall, ot(trial, collected), Answerer.accuracy(trial, collected), spent / 1e9);
    }

    private static int at(int size, int percent) {
        return Math.max(1, Math.round(size * percent / 100f));
    }

    private static double ot(Trial trial, List<Got> collected) {
        List<float[]> vectors = collected.stream().map(Got::vector).toList();
        return vectors.isEmpty()
                ? 2
                : Transport.distanceAt(
                        CLOUD, CLOUDS, 1, Sinkhorn.of(0.05), Rows.of(vectors), Rows.of(trial.secondReference()));
    }
}
