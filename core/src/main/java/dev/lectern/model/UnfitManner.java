package dev.lectern.model;

/** The endpoint took the request amiss and said what it wants instead. Asked so, the next try may succeed. */
public final class UnfitManner extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Quirk quirk;
    private final String said;

    /** @param said the endpoint's own words */
    public UnfitManner(Quirk quirk, String said) {
        super(quirk + ": " + said);
        this.quirk = quirk;
        this.said = said;
    }

    public Quirk quirk() {
        return quirk;
    }

    public String said() {
        return said;
    }
}
