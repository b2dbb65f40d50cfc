package dev.lectern.corpus;

import java.util.ArrayList;
import java.util.List;

/** The headings that stand above a place, outermost first. */
final class HeadingPath {
    private record Step(int level, String words) {}

    private final List<Step> steps = new ArrayList<>();

    /** A heading ends every section of its own level or deeper. */
    void enter(int level, String words) {
        while (!steps.isEmpty() && steps.getLast().level >= level) {
            steps.removeLast();
        }
        steps.add(new Step(level, words));
    }

    List<String> path() {
        return steps.stream().map(Step::words).toList();
    }
}
