package dev.lectern.learn;

/** Weights of points as shares of one whole. */
final class Masses {
    private Masses() {}

    static double[] shares(double[] weights, int count) {
        if (weights.length != count) {
            throw new IllegalArgumentException(weights.length + " weights for " + count + " points");
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight of " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights that are all 0");
        }
        double[] shares = new double[count];
        for (int i = 0; i < count; i++) {
            shares[i] = weights[i] / sum;
        }
        return shares;
    }

    /**
     * Changes this plan, row by row, so that rows and columns have just the mass they should (Altschuler, Weed and Rigollet 2017): what is
     * too much is scaled down, what is then missing is carried evenly. Gives the same array.
     */
    static float[] mended(float[] mass, double[] rows, double[] columns) {
        double[] reached = new double[columns.length];
        for (int r = 0; r < rows.length; r++) {
            int from = r * columns.length;
            double left = 0;
            for (int c = 0; c < columns.length; c++) {
                left += mass[from + c];
            }
            float scale = left > rows[r] ? (float) (rows[r] / left) : 1;
            for (int c = 0; c < columns.length; c++) {
                mass[from + c] *= scale;
                reached[c] += mass[from + c];
            }
        }
        double[] missing = new double[columns.length];
        float[] scales = new float[columns.length];
        double all = 0;
        for (int c = 0; c < columns.length; c++) {
            scales[c] = reached[c] > columns[c] ? (float) (columns[c] / reached[c]) : 1;
            missing[c] = Math.max(0, columns[c] - reached[c] * scales[c]);
            all += missing[c];
        }
        for (int r = 0; r < rows.length; r++) {
            int from = r * columns.length;
            double left = 0;
            for (int c = 0; c < columns.length; c++) {
                mass[from + c] *= scales[c];
                left += mass[from + c];
            }
            double share = all > 0 ? Math.max(0, rows[r] - left) / all : 0;
            for (int c = 0; c < columns.length; c++) {
                mass[from + c] += (float) (share * missing[c]);
            }
        }
        return mass;
    }
}
