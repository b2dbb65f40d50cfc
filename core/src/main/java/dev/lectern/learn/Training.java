package dev.lectern.learn;

import java.util.SplittableRandom;

/** One training of a head: its numbers, their gradients, and Adam (Kingma and Ba 2015) with its usual constants. */
final class Training {
    private final Alignment settings;
    private final int dimensions;
    private final Adam in;
    private final Adam out;

    Training(Alignment settings, int dimensions, SplittableRandom chance) {
        this.settings = settings;
        this.dimensions = dimensions;
        int count = Math.multiplyExact(settings.rank(), dimensions);
        in = new Adam(count, settings.rate());
        out = new Adam(count, settings.rate());
        // One side begins at zero, so that the head begins as no change, and the other doesn't, so that it can begin to
        // learn.
        for (int i = 0; i < count; i++) {
            in.numbers[i] = (float) (chance.nextGaussian() / Math.sqrt(dimensions));
        }
    }

    Head head() {
        return new Head(dimensions, in.numbers.clone(), out.numbers.clone());
    }

    /** One batch; gives its loss before the step. */
    double step(Rows documents, Rows pairs, int[] documentOf, int[] batch) {
        int size = batch.length;
        Seen[] left = new Seen[size];
        Seen[] right = new Seen[size];
        for (int i = 0; i < size; i++) {
            left[i] = see(documents.row(documentOf[batch[i]]));
            right[i] = see(pairs.row(batch[i]));
        }
        double loss = 0;
        for (int i = 0; i < size; i++) {
            loss += spread(left[i], right, i);
        }
        for (int i = 0; i < size; i++) {
            back(left[i]);
            back(right[i]);
        }
        in.step();
        out.step();
        return loss / size;
    }

    /** Adds to the slopes of a document and of all pairs what its choice among them asks for; gives its loss. */
    private double spread(Seen document, Seen[] pairs, int own) {
        double[] chances = new double[pairs.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < pairs.length; j++) {
            chances[j] = Vectors.dot(document.unit, pairs[j].unit) / settings.temperature();
            most = Math.max(most, chances[j]);
        }
        double sum = 0;
        for (int j = 0; j < pairs.length; j++) {
            chances[j] = Math.exp(chances[j] - most);
            sum += chances[j];
        }
        double ownChance = chances[own] / sum;
        for (int j = 0; j < pairs.length; j++) {
            double wrong = chances[j] / sum - (j == own ? 1 : 0);
            float slope = (float) (wrong / settings.temperature() / pairs.length);
            Arithmetic.FASTEST.add(slope, pairs[j].unit, 0, document.slope, dimensions);
            Arithmetic.FASTEST.add(slope, document.unit, 0, pairs[j].slope, dimensions);
        }
        return -Math.log(ownChance);
    }

    private Seen see(float[] vector) {
        float[] along = new float[settings.rank()];
        float[] sum = vector.clone();
        for (int k = 0; k < along.length; k++) {
            along[k] = Arithmetic.FASTEST.dot(in.numbers, k * dimensions, vector, 0, dimensions);
            Arithmetic.FASTEST.add(along[k], out.numbers, k * dimensions, sum, dimensions);
        }
        float length = (float) Math.sqrt(Vectors.dot(sum, sum));
        return new Seen(vector, along, Vectors.unit(sum), Math.max(length, 1e-6f), new float[dimensions]);
    }

    /** Carries the slope of what was seen back to the head's numbers. */
    private void back(Seen seen) {
        float[] slope = seen.slope;
        Arithmetic.FASTEST.add(-Vectors.dot(slope, seen.unit), seen.unit, 0, slope, dimensions);
        for (int k = 0; k < seen.along.length; k++) {
            int at = k * dimensions;
            float through = Arithmetic.FASTEST.dot(out.numbers, at, slope, 0, dimensions) / seen.length;
            for (int d = 0; d < dimensions; d++) {
                out.slopes[at + d] += seen.along[k] / seen.length * slope[d];
                in.slopes[at + d] += through * seen.vector[d];
            }
        }
    }

    /** A vector as the head sees it, and what is needed to learn from it. */
    private static final class Seen {
        final float[] vector;
        final float[] along;
        final float[] unit;
        final float length;
        final float[] slope;

        Seen(float[] vector, float[] along, float[] unit, float length, float[] slope) {
            this.vector = vector;
            this.along = along;
            this.unit = unit;
            this.length = length;
            this.slope = slope;
        }
    }

    /** Numbers that follow their slopes downhill. */
    private static final class Adam {
        private static final double FIRST = .9;
        private static final double SECOND = .999;
        private static final double TINY = 1e-8;

        final float[] numbers;
        final float[] slopes;
        private final float[] means;
        private final float[] squares;
        private final double rate;
        private int steps;

        Adam(int count, double rate) {
            numbers = new float[count];
            slopes = new float[count];
            means = new float[count];
            squares = new float[count];
            this.rate = rate;
        }

        /** One step; slopes are 0 afterwards. */
        void step() {
            steps++;
            double mean = 1 - Math.pow(FIRST, steps);
            double square = 1 - Math.pow(SECOND, steps);
            for (int i = 0; i < numbers.length; i++) {
                means[i] += (float) ((1 - FIRST) * (slopes[i] - means[i]));
                squares[i] += (float) ((1 - SECOND) * (slopes[i] * slopes[i] - squares[i]));
                numbers[i] -= (float) (rate * (means[i] / mean) / (Math.sqrt(squares[i] / square) + TINY));
                slopes[i] = 0;
            }
        }
    }
}
