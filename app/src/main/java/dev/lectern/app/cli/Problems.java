package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects all that is wrong with a command, so that it is said at once. */
final class Problems {
    private final Words words;
    private final List<Problem> found = new ArrayList<>();

    Problems(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    void add(String what, String where, String fix) {
        found.add(new Problem(what, where, fix));
    }

    void addAll(ProblemsException others) {
        others.problems().stream().map(words::translate).forEach(found::add);
    }

    /** "did you mean 'x'?" in the user's language, or the known names. */
    String nearest(String typed, Collection<String> known) {
        return Nearest.to(typed, known)
                .map(name -> words.say("problem.nearest", name))
                .orElseGet(() -> words.say("problem.known", String.join(", ", known)));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(found);
    }

    /** @throws ProblemsException if there are any */
    void raise() {
        if (!found.isEmpty()) {
            throw new ProblemsException(found);
        }
    }
}
