package dev.lectern.aim;

import dev.lectern.aim.Aim.Example;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers the examples of one goal: each once with how often it was given, none that is blank, and of very many a drawn part. */
public final class GoalBuilder {
    /** Each of these is embedded; what more of them would show of a goal, its groups show already. */
    public static final int MOST = 10_000;

    private final String name;
    private final double weight;
    private final Aim.Kind kind;
    private final List<Example> examples = new ArrayList<>();
    /** Of the examples, by a hash of what they say. */
    private final Map<String, Integer> places = new HashMap<>();

    private int given;
    private int blank;
    private int copies;

    public GoalBuilder(String name, double weight, Aim.Kind kind) {
        this.name = name;
        this.weight = weight;
        this.kind = kind;
    }

    public void add(String text) {
        add(text, Languages.of(text));
    }

    public void add(String text, String language) {
        given++;
        if (text.isBlank()) {
            blank++;
            return;
        }
        int place = places.computeIfAbsent(Hash.id(Words.question(text)), said -> examples.size());
        if (place == examples.size()) {
            examples.add(new Example(text.strip(), language, 1));
        } else {
            copies++;
            examples.set(place, examples.get(place).again());
        }
    }

    /** The draw is by hash: the same whatever the order of the file. */
    public Aim.Goal build() {
        List<Example> drawn = examples.size() <= MOST
                ? examples
                : examples.stream()
                        .sorted(Comparator.comparing(
                                example -> Hash.rank("target", example.text()), Long::compareUnsigned))
                        .limit(MOST)
                        .toList();
        return new Aim.Goal(name, weight, kind, drawn, given, blank, copies);
    }
}
