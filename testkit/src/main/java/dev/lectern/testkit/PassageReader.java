package dev.lectern.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a prompt shows: the texts between fences. So the fakes see exactly what a model would see, and nothing else. */
final class PassageReader {
    private static final Pattern FENCED =
            Pattern.compile("^(~{5,})\\n(.*?)\\n\\1$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|(?<=[。！？])|\\n+");
    private static final Pattern NO_PROSE = Pattern.compile("^[|#`~]|^[-*+] |^\\d+\\. |[{}<>]");

    private PassageReader() {}

    /** The fenced texts in order. */
    static List<String> fenced(String prompt) {
        List<String> texts = new ArrayList<>();
        Matcher matcher = FENCED.matcher(prompt);
        while (matcher.find()) {
            texts.add(matcher.group(2));
        }
        return texts;
    }

    /** The passage's sentences that say something: prose of some length, as they stand in the text. */
    static List<String> sentences(String passage) {
        return Arrays.stream(SENTENCE_END.split(passage))
                .map(String::strip)
                .filter(s -> s.length() >= (isChinese(s) ? 12 : 40) && s.length() <= 400)
                .filter(s -> !NO_PROSE.matcher(s).find())
                .distinct()
                .toList();
    }

    static boolean isChinese(String text) {
        return text.codePoints()
                        .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                        .count()
                > text.length() / 4;
    }
}
