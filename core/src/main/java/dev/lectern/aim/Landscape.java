package dev.lectern.aim;

import dev.lectern.learn.Projection;
import dev.lectern.learn.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** The clusters on a plane: near ones lie near each other as far as a plane allows. */
public record Landscape(List<Place> places) {
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
        Projection map = Projection.of(Rows.of(centres));
        List<double[]> points = centres.stream().map(map::place).toList();
        double[] x = scaled(points, 0);
        double[] y = scaled(points, 1);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            places.add(new Place(i, sizes[i], x[i], y[i], titles.apply(i)));
        }
        return new Landscape(places);
    }

    private static double[] scaled(List<double[]> points, int axis) {
        double[] places = points.stream().mapToDouble(point -> point[axis]).toArray();
        double least = Arrays.stream(places).min().orElse(0);
        double most = Arrays.stream(places).max().orElse(0);
        for (int i = 0; i < places.length; i++) {
            places[i] = most - least < 1e-9 ? 0.5 : Math.rint(1e4 * (places[i] - least) / (most - least)) / 1e4;
        }
        return places;
    }
}
