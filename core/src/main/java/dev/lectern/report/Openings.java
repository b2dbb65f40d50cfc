package dev.lectern.report;

import dev.lectern.text.Cjk;
import java.util.List;
import java.util.regex.Pattern;

/** How an instruction begins: its first three words, or its first four characters where it begins in Chinese. */
final class Openings {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Openings() {}

    static String of(String instruction) {
        String text = instruction.strip();
        if (!text.isEmpty() && Cjk.isHan(text.charAt(0))) {
            return text.substring(0, text.offsetByCodePoints(0, Math.min(4, text.codePointCount(0, text.length()))));
        }
        List<String> words = List.of(SPACE.split(text, 4));
        return String.join(" ", words.subList(0, Math.min(3, words.size())));
    }
}
