package dev.lectern.adapters.read;

import dev.lectern.text.Han;

/** How much a decoded text looks like something a person wrote; 0 to 1. */
final class Likely {
    /** The characters that every Chinese page is full of, in both scripts; a wrong decoding gives rare ones. */
    private static final String COMMON = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所"
            + "然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实"
            + "這個們來為國說時會對發後種經麼學現當沒動還進樣開從實與於無問題應該點使用者件文字頁或將及內容"
            + "使用件文字页或将及内容与无问题应该点，。、：；？！（）《》“”「」";

    private Likely() {}

    /** The share of common characters among all beyond ASCII. */
    static double chinese(String text) {
        int common = 0;
        int all = 0;
        int odd = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point > 0x7f) {
                all++;
                common += COMMON.indexOf(point) >= 0 ? 1 : 0;
                odd += (Han.is(point) && point < 0x20000) || (point >= 0x2000 && point < 0x3100) || point >= 0xff00
                        ? 0
                        : 1;
            }
        }
        return all == 0 ? 0 : Math.max(0, (double) (common - odd) / all);
    }

    /** The share of letters with an accent, quotes and signs that stand beside plain letters or spaces, as in Western text. */
    static double western(String text) {
        int fitting = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '\u007f') {
                all++;
                boolean alone = isPlain(text, i - 1) && isPlain(text, i + 1);
                fitting += (Character.isLetter(c) && alone) || "“”‘’–—…€£§°©®«»•".indexOf(c) >= 0 ? 1 : 0;
            }
        }
        return all == 0 ? 0 : 0.5 * fitting / all;
    }

    private static boolean isPlain(String text, int i) {
        return i < 0 || i >= text.length() || text.charAt(i) <= '\u007f';
    }
}
