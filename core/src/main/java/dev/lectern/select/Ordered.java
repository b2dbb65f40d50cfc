package dev.lectern.select;

import java.util.Arrays;
import java.util.List;

/** Names items in an order that stands from the beginning. */
final class Ordered implements Selection {
    private final int[] order;
    private int named;
    private int round;
    private int[] chosen = {};

    Ordered(int[] order) {
        this.order = order;
    }

    @Override
    public int[] next(int most) {
        chosen = Arrays.copyOfRange(order, named, Math.min(order.length, named + most));
        named += chosen.length;
        round++;
        return chosen.clone();
    }

    @Override
    public void learn(List<Yield> told) {
        // An order that stands is not moved by feedback.
    }

    @Override
    public Standing standing() {
        List<Integer> items = Arrays.stream(chosen).boxed().toList();
        return new Standing(round, named, items, List.of(), List.of(), List.of());
    }
}
