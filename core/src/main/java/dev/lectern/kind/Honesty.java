package dev.lectern.kind;

import dev.lectern.text.Sentences;
import java.util.regex.Pattern;

/** Tells an answer that says what it does not know or can't do. Its first three sentences are where that belongs. */
final class Honesty {
    private static final int FIRST = 3;
    private static final Pattern ADMITS = Pattern.compile(
            "(?i)"
                    + "\\b(?:not|never|nothing|nobody|none|no|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|can't|cannot|couldn't|won't|hasn't|haven't|unable|unknown|unclear|unspecified|undocumented|without)\\b"
                    + "|没有|没(?=[提说写给记找有])|沒有|未(?=[提说說写寫给給记記作说明载載知列公规規])|无法|無法|无从|不清楚|不知道|不确定|不確定|不得而知|尚无|并未|並未|不能|不在|不支持|不提供|不包括|做不到");

    private Honesty() {}

    static boolean admits(String answer) {
        return Sentences.of(answer).stream()
                .limit(FIRST)
                .anyMatch(sentence -> ADMITS.matcher(answer.substring(sentence.start(), sentence.end()))
                        .find());
    }
}
