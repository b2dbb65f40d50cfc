package dev.lectern.text;

/** Tells Chinese and Japanese characters, which are written without spaces, from the rest. */
public final class Cjk {
    private Cjk() {}

    /** A Han character, kana, or the full-width punctuation that goes with them. */
    public static boolean isWide(char c) {
        return isHan(c)
                || (c >= '\u3000' && c <= '\u30ff')
                || (c >= '\uff01' && c <= '\uff60')
                || (c >= '\uffe0' && c <= '\uffe6');
    }

    /** A Han character; halves of surrogate pairs of the supplementary planes count too. */
    public static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\uf900' && c <= '\ufaff')
                || (c >= '\ud840' && c <= '\ud88d');
    }
}
