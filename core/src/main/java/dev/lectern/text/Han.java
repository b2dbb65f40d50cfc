package dev.lectern.text;

/** Chinese characters: which they are, how many a text has, whether a text is written in them. */
public final class Han {
    private static final String OLD = "據這節檔資內給該說開認為沒無從訊圖課讀題參概結還舉載遺對於關";
    private static final String NEW = "据这节档资内给该说开认为没无从讯图课读题参概结还举载遗对于关";

    private Han() {}

    /** The text with the traditional forms of common function words made simplified, so that one word list serves both; same length. */
    public static String simplify(String text) {
        StringBuilder simple = new StringBuilder(text);
        for (int i = 0; i < simple.length(); i++) {
            int at = OLD.indexOf(simple.charAt(i));
            if (at >= 0) {
                simple.setCharAt(i, NEW.charAt(at));
            }
        }
        return simple.toString();
    }

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
