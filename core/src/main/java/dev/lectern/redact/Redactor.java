package dev.lectern.redact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Finds personal data and keeps a list of what it hid, which stays where the run is. Safe for many threads. */
public final class Redactor {
    private final Redaction how;
    private final NameList names;
    private final Map<String, PersonalData> hidden = new ConcurrentHashMap<>();

    public Redactor(Redaction how) {
        this.how = how;
        this.names = new NameList(how.names());
    }

    public Redaction how() {
        return how;
    }

    /** What stands in the text, in its order; nothing meets another. */
    public List<Found> find(String text) {
        String folded = Folded.of(text);
        List<Found> believed = new ArrayList<>();
        List<Found> candidates = new ArrayList<>(Patterns.in(folded));
        candidates.addAll(names.in(folded));
        for (Found found : candidates) {
            if (believed.stream().noneMatch(found::meets)) {
                believed.add(found);
            }
        }
        believed.sort(Comparator.comparingInt(Found::start));
        return believed;
    }

    /** A beginning for the texts of one request, which share their placeholders. */
    public Hiding hiding() {
        return new Hiding(this);
    }

    /** The text with placeholders, for places where only what it is about matters, such as a vector of it. */
    public String hiding(String text) {
        return hiding().besides(text).hide(text);
    }

    /** The text without personal data, for places where nothing comes back, such as the query of a web search. */
    public String without(String text) {
        StringBuilder rest = new StringBuilder();
        int from = 0;
        for (Found found : find(text)) {
            hid(found, text);
            rest.append(text, from, found.start());
            from = found.end();
        }
        return rest.append(text, from, text.length()).toString();
    }

    void hid(Found found, String text) {
        hidden.putIfAbsent(text.substring(found.start(), found.end()), found.kind());
    }

    /** All that was hidden, by its text. */
    public SortedMap<String, PersonalData> hidden() {
        return new TreeMap<>(hidden);
    }
}
