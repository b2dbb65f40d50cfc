package dev.lectern.learn;

/** Some of other rows, read from there. */
final class ChosenRows implements Rows {
    private final Rows all;
    private final int[] chosen;

    /** @param chosen not copied, must not be changed afterwards */
    ChosenRows(Rows all, int[] chosen) {
        this.all = all;
        this.chosen = chosen;
    }

    @Override
    public int size() {
        return chosen.length;
    }

    @Override
    public int dimensions() {
        return all.dimensions();
    }

    @Override
    public void copy(int first, int count, float[] into, int at) {
        for (int i = 0; i < count; i++) {
            all.copy(chosen[first + i], 1, into, at + i * all.dimensions());
        }
    }
}
