package dev.lectern.aim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The clusters on a plane: near ones lie near each other as far as a plane allows. */
public record Landscape(List<Place> places) {
    /** Steps of the power method; what matters for a picture is settled after a few dozen. */
    private static final int STEPS = 60;

    public Landscape {
        places = List.copyOf(places);
    }

    /**
     * A cluster.
     *
     * @param x from 0 to 1, like {@code y}
     * @param title of the document that most of its items are of
     */
    public record Place(int cluster, int size, double x, double y, String title) {}

    /**
     * @param centres of the clusters, by ordinal
     * @param sizes how many items each has
     */
    static Landscape of(List<float[]> centres, int[] sizes, IntFunction<String> titles) {
        if (centres.isEmpty()) {
            return new Landscape(List.of());
        }
        List<double[]> spread = fromTheMean(centres);
        double[] across = axis(spread, new double[spread.getFirst().length]);
        double[] up = axis(spread, across);
        double[] x = scaled(spread, across);
        double[] y = scaled(spread, up);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            places.add(new Place(i, sizes[i], x[i], y[i], titles.apply(i)));
        }
        return new Landscape(places);
    }

    private static List<double[]> fromTheMean(List<float[]> centres) {
        double[] mean = new double[centres.getFirst().length];
        centres.forEach(centre -> {
            for (int d = 0; d < mean.length; d++) {
                mean[d] += centre[d] / centres.size();
            }
        });
        return centres.stream()
                .map(centre -> {
                    double[] from = new double[mean.length];
                    for (int d = 0; d < mean.length; d++) {
                        from[d] = centre[d] - mean[d];
                    }
                    return from;
                })
                .toList();
    }

    /** The direction in which the points differ most, at right angles to the one given. */
    private static double[] axis(List<double[]> points, double[] besides) {
        double[] axis = new double[besides.length];
        for (int d = 0; d < axis.length; d++) {
            axis[d] = 1.0 / (d + 1);
        }
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[axis.length];
            for (double[] point : points) {
                add(next, point, dot(point, axis));
            }
            add(next, besides, -dot(next, besides));
            double length = Math.sqrt(dot(next, next));
            if (length < 1e-12) {
                return next;
            }
            for (int d = 0; d < next.length; d++) {
                axis[d] = next[d] / length;
            }
        }
        return axis;
    }

    private static double[] scaled(List<double[]> points, double[] axis) {
        double[] places = points.stream().mapToDouble(point -> dot(point, axis)).toArray();
        double least = Arrays.stream(places).min().orElse(0);
        double most = Arrays.stream(places).max().orElse(0);
        for (int i = 0; i < places.length; i++) {
            places[i] = most - least < 1e-9 ? 0.5 : Math.rint(1e4 * (places[i] - least) / (most - least)) / 1e4;
        }
        return places;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int d = 0; d < to.length; d++) {
            to[d] += times * what[d];
        }
    }
}
