package dev.lectern.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds places for names on a picture where they cover neither each other nor what they name. What has no room stays without. */
final class Labels {
    private static final double LINE = 13;
    private static final double GAP = 4;

    /** Of a letter, and of a Han character, at the size in which names are written. */
    private static final double LETTER = 6.6;

    private static final double HAN = 12.2;

    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();

    /** What is covered. */
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** The left end of a name's line. */
    record Place(double x, double y) {}

    Labels(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** Nothing may be written over this disc. */
    void disc(double x, double y, double radius) {
        taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
    }

    /** A place for a name beside a disc: above, below, right or left of it, or above or below to one side, whichever is free. */
    Optional<Place> beside(double x, double y, double radius, String name) {
        double wide = widthOf(name);
        List<Place> places = List.of(
                new Place(x - wide / 2, y - radius - GAP),
                new Place(x - wide / 2, y + radius + LINE),
                new Place(x + radius + GAP, y + LINE / 3),
                new Place(x - radius - GAP - wide, y + LINE / 3),
                new Place(x - radius, y - radius - GAP),
                new Place(x + radius - wide, y - radius - GAP),
                new Place(x - radius, y + radius + LINE),
                new Place(x + radius - wide, y + radius + LINE));
        for (Place place : places) {
            Box box = new Box(place.x, place.y - LINE + 2, place.x + wide, place.y + 2);
            boolean inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
            if (inside && taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private static double widthOf(String name) {
        return name.codePoints().mapToDouble(c -> c >= 0x2E80 ? HAN : LETTER).sum();
    }
}
