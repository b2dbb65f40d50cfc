package dev.lectern.export;

import dev.lectern.check.Nearest;
import dev.lectern.check.ProblemsException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a chain of thought goes in the data files. {@code samples.jsonl} always has it, apart from the answer. */
public enum Reasoning {
    /** Nowhere: only the answer is learnt. */
    DROP,
    /** In think tags before the answer, as models that think are trained. */
    THINK_TAGS,
    /** In a field of its own, {@code reasoning_content}, which chat templates of thinking models put where they want it. */
    FIELD;

    /** The field's name in every layout. */
    static final String COLUMN = "reasoning_content";

    /** As it is typed: {@code think-tags}. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws ProblemsException if it is none */
    public static Reasoning parse(String typed) {
        List<String> known = Arrays.stream(values()).map(Reasoning::typed).toList();
        String plain = typed.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!known.contains(plain)) {
            throw new ProblemsException(
                    "there is no way '" + typed + "' to write reasoning", "--reasoning", Nearest.hint(plain, known));
        }
        return values()[known.indexOf(plain)];
    }
}
