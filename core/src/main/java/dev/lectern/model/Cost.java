package dev.lectern.model;

/**
 * What a call cost.
 *
 * @param micros millionths of the currency; less than 0 where nobody knows
 * @param currency USD, CNY …; empty text where nobody knows
 */
public record Cost(long micros, String currency) {
    /** The cost where nobody knows it; never to be shown as nought. */
    public static final Cost UNKNOWN = new Cost(-1, "");

    public boolean known() {
        return micros >= 0;
    }
}
