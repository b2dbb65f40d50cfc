package dev.lectern.text.sums;

import java.math.BigDecimal;

/**
 * A piece of a line.
 *
 * @param text as written; of an operator its sign
 * @param amount what a number says; of other tokens nought
 * @param unit the words between a number and what comes next, where they are its unit
 */
record Token(Kind kind, String text, Amount amount, String unit) {
    enum Kind {
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        /** Says that both sides are the same. */
        EQUALS,
        /** Says that they are nearly the same. */
        ABOUT,
        /** Words. */
        WORD,
        /** A sign or a name that binds to what stands next to it in a way that is not known here. */
        OPAQUE,
        /** Punctuation, at which an expression ends. */
        STOP
    }

    private static final Amount NOTHING = Amount.of(BigDecimal.ZERO, BigDecimal.ZERO, false);

    static Token of(Kind kind, String text) {
        return new Token(kind, text, NOTHING, "");
    }

    static Token number(String text, Amount amount, String unit) {
        return new Token(Kind.NUMBER, text, amount, unit);
    }

    Token withUnit(String more) {
        return new Token(kind, text, amount, (unit + " " + more).strip());
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Whether it can be a part of an expression. */
    boolean counts() {
        return switch (kind) {
            case NUMBER, OPERATOR, OPEN, CLOSE -> true;
            case EQUALS, ABOUT, WORD, OPAQUE, STOP -> false;
        };
    }
}
