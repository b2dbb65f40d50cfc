package dev.lectern.text;

/**
 * Chance as a function of (seed, place, record): the same record meets the same fate whatever the order, the thread or
 * the other records. The place is the stage's name in the recipe, so that inserting a stage re-draws nothing else.
 */
public record Chance(long seed, String place) {
    /** Where this record stands among all others, by hash. Compare as unsigned. */
    public long rank(String record) {
        return Hash.rank(Long.toString(seed), place, record);
    }

    /** One of {@code n} choices for this record; {@code what} keeps several draws about one record apart. */
    public int pick(int n, String record, String what) {
        return (int) Long.remainderUnsigned(Hash.rank(Long.toString(seed), place, record, what), n);
    }

    public Chance at(String otherPlace) {
        return new Chance(seed, otherPlace);
    }
}
