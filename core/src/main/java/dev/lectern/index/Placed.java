package dev.lectern.index;

/** A passage with its vector in a space of that name. */
public final class Placed {
    private final Entry entry;
    private final String space;
    private final float[] vector;

    /** @param vector of unit length; not copied */
    public Placed(Entry entry, String space, float[] vector) {
        this.entry = entry;
        this.space = space;
        this.vector = vector;
    }

    public Entry entry() {
        return entry;
    }

    public String space() {
        return space;
    }

    public float[] vector() {
        return vector;
    }
}
