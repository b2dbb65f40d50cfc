package dev.lectern.learn;

/**
 * Entropic transport (Cuturi 2013), stable for any {@code epsilon}. The blur goes down to {@code epsilon} from the spread of the costs
 * by thirds, which is what makes small ones quick. Rows and columns of the plan have just their mass.
 *
 * @param epsilon how much the plan is blurred, in units of cost; what the plan costs is above the cheapest by some epsilons at most
 * @param tolerance the end: mass that is not yet where it belongs, as a share of all
 * @param rounds the most rounds at the last blur
 */
public record Sinkhorn(double epsilon, double tolerance, int rounds) implements Solver {
    /** Rounds at each blur on the way: enough for the next, a third of it, to begin near its end. */
    private static final int ROUNDS_ON_THE_WAY = 10;

    public Sinkhorn {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon must be above 0, not " + epsilon);
        }
    }

    public static Sinkhorn of(double epsilon) {
        return new Sinkhorn(epsilon, 1e-3, 1000);
    }

    @Override
    public Plan solve(Costs costs, double[] from, double[] to) {
        return scaled(costs, from, to).plan();
    }

    /**
     * What mass is paid at each column, above or below the mean that is 0: the more, the dearer it is to bring mass there. One more unit of
     * mass at a new row then costs as much as the least of cost less price (the envelope theorem: the potentials are the derivatives of
     * what all costs).
     */
    public double[] prices(Costs costs, double[] from, double[] to) {
        double[] prices = scaled(costs, from, to).columnPotentials();
        double[] shares = Masses.shares(to, costs.columns());
        double mean = 0;
        for (int c = 0; c < prices.length; c++) {
            mean += shares[c] * prices[c];
        }
        for (int c = 0; c < prices.length; c++) {
            prices[c] -= mean;
        }
        return prices;
    }

    private Scaling scaled(Costs costs, double[] from, double[] to) {
        Scaling scaling = new Scaling(costs, Masses.shares(from, costs.rows()), Masses.shares(to, costs.columns()));
        for (double blur = costs.spread(); blur > 3 * epsilon; blur /= 3) {
            scaling.blur(blur);
            for (int i = 0; i < ROUNDS_ON_THE_WAY; i++) {
                scaling.round();
            }
        }
        scaling.blur(epsilon);
        for (int i = 0; i < rounds; i++) {
            if (scaling.round() <= tolerance) {
                break;
            }
        }
        return scaling;
    }
}
