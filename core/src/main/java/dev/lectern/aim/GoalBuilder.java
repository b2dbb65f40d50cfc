package dev.lectern.aim;

import dev.lectern.aim.Aim.Example;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers the examples of one goal: each once, none that is blank, and of very many a drawn part. */
public final class GoalBuilder {
    /** More examples make a goal no clearer, and each is held against every passage. */
    public static final int MOST = 1_000;

    private final String name;
    private final double weight;
    private final Aim.Kind kind;
    private final List<Example> examples = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
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
        } else if (seen.add(Words.question(text))) {
            examples.add(new Example(text.strip(), language));
        } else {
            copies++;
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
