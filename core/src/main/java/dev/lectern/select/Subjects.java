package dev.lectern.select;

import java.util.Arrays;
import java.util.List;

/**
 * What texts may be about at all: names of subjects, as vectors, and classes of subjects that belong together, as on a library's shelves. That police
 * and parliaments are both matters of state no vector of either says; a classification does.
 *
 * @param vectors of the subjects' names, of unit length, made by the models that made those of pool and target
 * @param classes for each class the ordinals of its subjects; a subject may be in several
 */
public record Subjects(List<float[]> vectors, List<int[]> classes) {
    /** No classification: nothing is told by it. */
    public static final Subjects NONE = new Subjects(List.of(), List.of());

    public Subjects {
        int count = vectors.size();
        for (int[] members : classes) {
            if (Arrays.stream(members).anyMatch(subject -> subject < 0 || subject >= count)) {
                throw new IllegalArgumentException(
                        "a class names a subject that is not there: " + Arrays.toString(members));
            }
        }
        vectors = List.copyOf(vectors);
        classes = List.copyOf(classes);
    }
}
