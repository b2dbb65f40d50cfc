package dev.lectern.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a model wants to be asked. No part of a call's identity: the question stays the same.
 *
 * @param form how a request's schema is sent
 */
public record Manner(ReplyForm form, Set<Quirk> quirks) {
    public Manner {
        EnumSet<Quirk> copy = EnumSet.noneOf(Quirk.class);
        copy.addAll(quirks);
        quirks = Collections.unmodifiableSet(copy);
    }

    public static Manner of(ReplyForm form) {
        return new Manner(form, Set.of());
    }

    public boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    public Manner with(Quirk quirk) {
        EnumSet<Quirk> more = EnumSet.of(quirk);
        more.addAll(quirks);
        return new Manner(form, more);
    }

    public Manner with(ReplyForm newForm) {
        return new Manner(newForm, quirks);
    }
}
