package dev.lectern.learn;

/**
 * The cheapest plan itself, by shortest augmenting paths (Jonker and Volgenant 1987, here for masses instead of pairs): row after row
 * sends its mass the cheapest way that is left, and rows before it give way where that costs less. At worst
 * {@code (rows + columns) · rows · columns} steps; even masses on both sides need a small part of them.
 */
public record Exact() implements Solver {
    @Override
    public Plan solve(Costs costs, double[] from, double[] to) {
        return new Ways(costs, Masses.shares(from, costs.rows()), Masses.shares(to, costs.columns())).all();
    }
}
