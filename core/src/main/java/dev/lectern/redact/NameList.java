package dev.lectern.redact;

import dev.lectern.check.ProblemsException;
import dev.lectern.text.Cjk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of people whom nobody is to read of. Latin names are whole words in any case; Chinese names stand anywhere. */
final class NameList {
    /** By the first two letters or characters, longest first. */
    private final Map<String, List<String>> byBeginning = new HashMap<>();

    NameList(Set<String> names) {
        for (String name : new HashSet<>(names)) {
            String plain = Folded.of(name.strip()).toLowerCase(Locale.ROOT);
            if (plain.length() > 1) {
                byBeginning
                        .computeIfAbsent(plain.substring(0, 2), b -> new ArrayList<>())
                        .add(plain);
            }
        }
        byBeginning.values().forEach(some -> some.sort((a, b) -> b.length() - a.length()));
    }

    /**
     * Reads a list of names: one a line; empty lines and lines that begin with {@code #} count for nothing.
     *
     * @throws ProblemsException if the file can't be read or holds what is no name
     */
    static Set<String> read(Path file) {
        try {
            Set<String> names = new HashSet<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                String name = line.strip().replaceFirst("^\\uFEFF", "");
                if (name.isEmpty() || name.startsWith("#")) {
                    continue;
                }
                if (name.length() < 2 || name.length() > 80 || name.matches(".*[\"\\\\\\p{Cntrl}\\[\\]].*")) {
                    throw new ProblemsException(
                            "'" + name + "' can't be looked for as a name",
                            file.toString(),
                            "write one name a line, of 2 to 80 characters, without quotation marks");
                }
                names.add(name);
            }
            return names;
        } catch (IOException e) {
            throw new ProblemsException(
                    "the list of names can't be read", file.toString(), "name a text file with one name a line");
        }
    }

    /** @param text folded, in the case it has */
    List<Found> in(String text) {
        List<Found> all = new ArrayList<>();
        if (byBeginning.isEmpty()) {
            return all;
        }
        // One letter for one letter: most of Unicode keeps its length, and where it does not, the text is taken as it
        // is.
        String lower = text.toLowerCase(Locale.ROOT).length() == text.length() ? text.toLowerCase(Locale.ROOT) : text;
        for (int at = 0; at + 2 <= lower.length(); at++) {
            for (String name : byBeginning.getOrDefault(lower.substring(at, at + 2), List.of())) {
                if (lower.startsWith(name, at) && standsAlone(lower, at, at + name.length())) {
                    all.add(new Found(at, at + name.length(), PersonalData.NAME));
                    break;
                }
            }
        }
        return all;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return !joins(text, start - 1, start) && !joins(text, end - 1, end);
    }

    /** Whether two neighbours are of one word, as letters of alphabets are and Chinese characters are not. */
    private static boolean joins(String text, int left, int right) {
        return left >= 0 && right < text.length() && isLetter(text.charAt(left)) && isLetter(text.charAt(right));
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) && !Cjk.isHan(c);
    }
}
