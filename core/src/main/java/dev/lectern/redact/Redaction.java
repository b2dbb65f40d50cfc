package dev.lectern.redact;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether placeholders stand in the dataset too, and which names are personal data beside what is found by its form.
 *
 * @param keep whether the dataset keeps the placeholders; else they are put back as soon as an answer is here
 * @param names of people
 */
public record Redaction(boolean keep, Set<String> names) {
    public Redaction {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }

    /** @throws dev.lectern.check.ProblemsException if the list of names is none */
    public static Redaction of(boolean keep, Optional<Path> names) {
        return new Redaction(keep, names.map(NameList::read).orElse(Set.of()));
    }

    /** Says no name. */
    @Override
    public String toString() {
        return "Redaction[keep=" + keep + ", names=" + names.size() + "]";
    }
}
