package dev.lectern.recipe;

import dev.lectern.corpus.Retriever;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A method as data: where samples come from, what is done with each round of them, how many rounds, and what is done
 * once at the end.
 *
 * @param about one sentence for lists
 */
public record Recipe(
        String name,
        String about,
        Named<Draw<?>> draw,
        List<Named<Stage>> each,
        Repeat rounds,
        List<Named<Stage>> then) {
    public Recipe {
        each = List.copyOf(each);
        then = List.copyOf(then);
    }

    /** The same with another draw. */
    public Recipe withDraw(Named<Draw<?>> other) {
        return new Recipe(name, about, other, each, rounds, then);
    }

    /** The same with other stages for each round. */
    public Recipe withEach(List<Named<Stage>> stages) {
        return new Recipe(name, about, draw, stages, rounds, then);
    }

    /** The same with as many rounds as this says. */
    public Recipe withRounds(Repeat howOften) {
        return new Recipe(name, about, draw, each, howOften, then);
    }

    /** The same with other stages at the end. */
    public Recipe withThen(List<Named<Stage>> stages) {
        return new Recipe(name, about, draw, each, rounds, stages);
    }

    /** All stages in the order they run. */
    public List<Named<Stage>> stages() {
        return Stream.concat(each.stream(), then.stream()).toList();
    }

    /** The roles that need a model. */
    public SortedSet<String> roles() {
        SortedSet<String> roles = new TreeSet<>();
        for (Named<Stage> stage : stages()) {
            for (Use use : stage.what().uses()) {
                if (use instanceof Use.Role role) {
                    roles.add(role.name());
                }
            }
        }
        return roles;
    }

    /** Whether a stage looks passages up. */
    public boolean looksUp() {
        return stages().stream().flatMap(stage -> stage.what().uses().stream()).anyMatch(Use.Index.class::isInstance);
    }

    /** Whether a stage looks passages up by more than their words. */
    public boolean looksUpByMeaning() {
        return stages().stream()
                .flatMap(stage -> stage.what().uses().stream())
                .anyMatch(use -> use instanceof Use.Index index && index.by() != Retriever.By.LEXICAL);
    }

    /** Whether texts are compared by meaning, so that there is a use for an embedder. */
    public boolean embeds() {
        return uses(new Use.Target()) || looksUpByMeaning();
    }

    /** Whether the draw or a stage uses it. */
    public boolean uses(Use what) {
        return Stream.concat(
                        draw.what().uses().stream(), stages().stream().flatMap(stage -> stage.what().uses().stream()))
                .anyMatch(what::equals);
    }
}
