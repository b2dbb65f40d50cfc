package dev.lectern.stage.extract.zh;

import java.util.regex.Pattern;

/** What kind of thing a description describes. */
final class Describes {
    private static final Pattern CLAUSE = Pattern.compile("[，。；：（(]");

    private Describes() {}

    /** Whether the description's first clause closes with a place noun: 中国青海省的一个县级行政区. */
    static boolean place(String folded) {
        String clause = CLAUSE.split(folded, 2)[0].strip();
        return Vocabulary.ends("places", clause) && !Vocabulary.ends("not-places", clause);
    }

    /** Whether the description's first clauses close with a person noun: 德国数学家, but not 数学家协会. */
    static boolean person(String folded) {
        String[] clauses = CLAUSE.split(folded, 4);
        for (int i = 0; i < Math.min(2, clauses.length); i++) {
            String clause = clauses[i].replaceAll("[“”「」\"]", "").strip();
            for (String noun : clause.split("[、兼及和与]", -1)) {
                if (Vocabulary.ends("people", noun)) {
                    return true;
                }
            }
        }
        return false;
    }
}
