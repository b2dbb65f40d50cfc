package dev.lectern.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Gives passages their vectors, some hundreds at a time, and keeps their order. */
final class Embedding implements Iterator<Placed> {
    /** So many keep all processors at work, or all requests that a provider allows. */
    private static final int AT_A_TIME = 1024;

    private final Iterator<Entry> entries;
    private final Meanings models;
    private Iterator<Placed> ready = List.<Placed>of().iterator();

    private Embedding(Iterator<Entry> entries, Meanings models) {
        this.entries = entries;
        this.models = models;
    }

    /** Closes the entries when it is closed. */
    static Stream<Placed> of(Stream<Entry> entries, Meanings models) {
        Embedding placed = new Embedding(entries.iterator(), models);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(placed, Spliterator.ORDERED), false)
                .onClose(entries::close);
    }

    @Override
    public boolean hasNext() {
        return ready.hasNext() || entries.hasNext();
    }

    @Override
    public Placed next() {
        if (!ready.hasNext()) {
            List<Entry> some = new ArrayList<>();
            while (some.size() < AT_A_TIME && entries.hasNext()) {
                some.add(entries.next());
            }
            ready = placed(some).iterator();
        }
        return ready.next();
    }

    private List<Placed> placed(List<Entry> some) {
        Map<String, List<Integer>> byLanguage = new TreeMap<>();
        for (int i = 0; i < some.size(); i++) {
            byLanguage
                    .computeIfAbsent(some.get(i).document().language(), language -> new ArrayList<>())
                    .add(i);
        }
        Placed[] placed = new Placed[some.size()];
        byLanguage.forEach((language, which) -> {
            List<float[]> vectors = models.ofPassages(
                    language, which.stream().map(i -> some.get(i).text()).toList());
            IntStream.range(0, which.size())
                    .forEach(n -> placed[which.get(n)] =
                            new Placed(some.get(which.get(n)), models.spaceOf(language), vectors.get(n)));
        });
        return List.of(placed);
    }
}
