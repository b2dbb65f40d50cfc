package dev.lectern.aim;

import java.util.List;

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
}
