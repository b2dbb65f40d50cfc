package dev.lectern.tool;

import dev.lectern.check.Problem;
import java.util.List;

/**
 * Collects what is wrong, with the place in the file.
 *
 * @param file as it was named
 */
record Places(String file, List<Problem> problems) {
    void problem(String what, String at, String fix) {
        Problem problem = new Problem(what, at.isEmpty() ? file : file + ", " + at, fix);
        // What several tools refer to is read for each of them and wrong once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
