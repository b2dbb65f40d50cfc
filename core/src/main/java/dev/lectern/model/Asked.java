package dev.lectern.model;

import java.util.function.Supplier;

/**
 * What was asked, in canonical JSON. Of a kept reply it is unpacked only where somebody reads it: a run that finds its replies again wants
 * the answers alone, and what was asked is most of what is kept. Equal if the texts are.
 */
public final class Asked {
    private final Supplier<String> source;

    private Asked(Supplier<String> source) {
        this.source = source;
    }

    public static Asked of(String text) {
        return new Asked(() -> text);
    }

    /** @param source called at each reading; may throw {@link java.io.UncheckedIOException} where what was kept is damaged */
    public static Asked packed(Supplier<String> source) {
        return new Asked(source);
    }

    public String text() {
        return source.get();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Asked asked && text().equals(asked.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
