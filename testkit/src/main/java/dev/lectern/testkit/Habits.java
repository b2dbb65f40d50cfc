package dev.lectern.testkit;

import dev.lectern.model.Quirk;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a provider takes and how it words things.
 *
 * @param forms ways to ask for JSON that it takes, of {@code json_schema}, {@code json_object} and {@code tools}
 * @param quirks what it wants different, and refuses otherwise with the words that are customary
 * @param idleCutMillis a proxy cuts connections on which nothing came for so long; 0 for no such proxy
 */
public record Habits(
        List<String> forms,
        Set<Quirk> quirks,
        Usage usage,
        Reasoning reasoning,
        boolean limitHeaders,
        int idleCutMillis) {
    /** Where the usage stands. */
    public enum Usage {
        SENT,
        AT_THE_END_OF_A_STREAM,
        NEVER
    }

    /** Where the chain of thought stands. */
    public enum Reasoning {
        NOWHERE,
        REASONING_CONTENT,
        REASONING,
        THINK_TAGS,
        CLOSING_TAG_ONLY,
        BLOCKS
    }

    public static final Habits CUSTOMARY = new Habits(
            List.of("json_schema", "json_object", "tools"), Set.of(), Usage.SENT, Reasoning.NOWHERE, false, 0);

    public Habits {
        forms = List.copyOf(forms);
        EnumSet<Quirk> copy = EnumSet.noneOf(Quirk.class);
        copy.addAll(quirks);
        quirks = Collections.unmodifiableSet(copy);
    }
}
