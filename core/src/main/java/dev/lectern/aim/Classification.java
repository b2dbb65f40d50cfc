package dev.lectern.aim;

import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Subjects;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What documents may be about at all, as on the shelves of a library: names of subjects in English and in Chinese, in classes that overlap. By it is
 * told what the examples of an aim have in common.
 *
 * @param names of the subjects, as they are to be embedded
 * @param classes for each class the ordinals of its subjects
 */
public record Classification(List<Worded> names, List<int[]> classes) {
    /** In the file a line is: class, name in English, name in Chinese. */
    private static final List<String> LANGUAGES = List.of("en", "zh");

    public Classification {
        names = List.copyOf(names);
        classes = List.copyOf(classes);
    }

    /** The languages, of whatever region or script, that subjects have names in. */
    public static boolean speaks(String language) {
        return LANGUAGES.contains(plain(language));
    }

    /** @param languages in which names are wanted; there are none in others */
    public static Classification in(Set<String> languages) {
        List<Worded> names = new ArrayList<>();
        Map<Worded, Integer> ordinals = new LinkedHashMap<>();
        Map<String, List<Integer>> classes = new LinkedHashMap<>();
        Set<String> wanted =
                Set.copyOf(languages.stream().map(Classification::plain).toList());
        for (String line : lines()) {
            String[] parts = line.split("\t", -1);
            for (int i = 0; i < LANGUAGES.size(); i++) {
                if (wanted.contains(LANGUAGES.get(i))) {
                    Worded name = new Worded(parts[i + 1], LANGUAGES.get(i));
                    int ordinal = ordinals.computeIfAbsent(name, made -> {
                        names.add(name);
                        return names.size() - 1;
                    });
                    classes.computeIfAbsent(parts[0], made -> new ArrayList<>()).add(ordinal);
                }
            }
        }
        return new Classification(
                names,
                classes.values().stream()
                        .map(members ->
                                members.stream().mapToInt(Integer::intValue).toArray())
                        .toList());
    }

    /** The same as vectors. */
    public Subjects as(Function<List<Worded>, List<float[]>> vectors) {
        return names.isEmpty() ? Subjects.NONE : new Subjects(vectors.apply(names), classes);
    }

    private static String plain(String language) {
        return language.replaceFirst("-.*", "");
    }

    private static List<String> lines() {
        try (InputStream in = Optional.ofNullable(Classification.class.getResourceAsStream("subjects.txt"))
                .orElseThrow(() -> new IllegalStateException("subjects.txt is not on the class path"))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the subjects", e);
        }
    }
}
