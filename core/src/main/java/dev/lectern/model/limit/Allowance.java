package dev.lectern.model.limit;

/**
 * So much per time, without bunching: fills evenly, holds a second's worth and no less than one. What is taken may exceed what is there;
 * the debt must be filled up before the next. Times are nanoseconds of a clock that only goes forward.
 */
final class Allowance {
    private static final double SECOND = 1e9;

    private double perNano;
    private double most;
    private double level;
    private long at;

    /** @param perSecond infinite for no limit */
    Allowance(double perSecond) {
        most = Math.max(1, perSecond);
        level = most;
        perNano = perSecond / SECOND;
    }

    /** Fills at another rate from now on, and there is no more than so much. */
    void rate(double perSecond, double left, long now) {
        fill(now);
        perNano = perSecond / SECOND;
        most = Math.max(1, perSecond);
        level = Math.min(Math.min(level, left), most);
    }

    /** When the next may be taken; {@code now} if at once. */
    long readyAt(long now) {
        fill(now);
        double lacking = Math.min(1, most) - level;
        if (unlimited() || lacking <= 1e-9) {
            return now;
        }
        return perNano == 0 ? Long.MAX_VALUE : now + Math.max(1, (long) Math.ceil(lacking / perNano));
    }

    /** Takes so much, or gives it back if it is less than 0. */
    void take(double amount, long now) {
        fill(now);
        if (!unlimited()) {
            level = Math.min(most, level - amount);
        }
    }

    private boolean unlimited() {
        return Double.isInfinite(perNano);
    }

    private void fill(long now) {
        if (now > at) {
            level = unlimited() ? most : Math.min(most, level + (now - at) * perNano);
            at = now;
        }
    }
}
