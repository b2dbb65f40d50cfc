package dev.lectern.corpus;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/** What was worked out from a corpus as a whole, one thing per kind: made once, by the first who asks. For those who implement {@link Corpus}. */
public final class Derived {
    private final ConcurrentMap<Class<?>, Object> made = new ConcurrentHashMap<>();

    public <T> T get(Class<T> kind, Corpus corpus, Function<Corpus, T> make) {
        return kind.cast(made.computeIfAbsent(kind, k -> make.apply(corpus)));
    }
}
