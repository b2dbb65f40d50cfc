package dev.lectern.learn;

/** Weights of points as shares of one whole. */
final class Masses {
    private Masses() {}

    static double[] shares(double[] weights, int count) {
        if (weights.length != count)
            throw new IllegalArgumentException(weights.length + " weights for " + count + " points");
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) throw new IllegalArgumentException("a weight of " + weight);
            sum += weight;
        }
        if (!(sum > 0)) throw new IllegalArgumentException("weights that are all 0");
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) shares[i] = weights[i] / sum;
        return shares;
    }
}
