package dev.lectern.text;

/** Chinese characters: which they are, how many a text has, whether a text is written in them. */
public final class Han {
    private Han() {}

    /** Is the code point a Han character (with 々 and 〇, without kana and punctuation)? */
    public static boolean is(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3400 && point <= 0x4DBF)
                || point == 0x3005
                || point == 0x3007
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0x20000 && point <= 0x323AF);
    }

    public static int count(String text) {
        int han = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (is(point)) {
                han++;
            }
        }
        return han;
    }

    public static boolean any(String text) {
        return text.codePoints().anyMatch(Han::is);
    }

    /** Do Han characters outnumber the words of other scripts? Lengths of such a text are counted in characters. */
    public static boolean mostly(String text) {
        int han = 0;
        int others = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            boolean isHan = is(point);
            boolean letter = !isHan && Character.isLetter(point);
            if (isHan) {
                han++;
            } else if (letter && !inWord) {
                others++;
            }
            inWord = letter || (inWord && Character.isDigit(point));
        }
        return han > others;
    }
}
