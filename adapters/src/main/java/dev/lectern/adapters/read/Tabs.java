package dev.lectern.adapters.read;

import java.util.Arrays;

/** Tabs: the same place of a page said for two audiences, of which a reader sees one at a time. */
final class Tabs {
    private Tabs() {}

    /** The variant that a class attribute names, e.g. {@code options-api}; "" for none. */
    static String variant(String classes) {
        return Arrays.stream(classes.strip().split("\\s+"))
                .filter(name -> name.endsWith("-api") && name.length() > 4)
                .findFirst()
                .orElse("");
    }
}
