package dev.lectern.text.sums;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in Chinese characters: 三百二十, 两万五千, 三点五, 二〇二四. */
final class HanNumber {
    /** The characters that such a number is made of. */
    static final String CHARACTERS = "零〇一二两兩三四五六七八九十百千万萬亿億点";

    private static final String DIGITS = "零一二三四五六七八九";

    private HanNumber() {}

    /** @return empty if the characters are no number, as in 万一 */
    static Optional<BigDecimal> read(String characters) {
        String plain = characters
                .replace('〇', '零')
                .replace('两', '二')
                .replace('兩', '二')
                .replace('萬', '万')
                .replace('億', '亿');
        int point = plain.indexOf('点');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String part = point < 0 ? "" : plain.substring(point + 1);
        if (whole.isEmpty() || (point >= 0 && !isDigits(part))) {
            return Optional.empty();
        }
        Optional<BigDecimal> value =
                isDigits(whole) ? Optional.of(spelt(whole)) : counted(whole).map(BigDecimal::valueOf);
        return part.isEmpty() ? value : value.map(v -> v.add(spelt(part).movePointLeft(part.length())));
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    private static BigDecimal spelt(String digits) {
        StringBuilder number = new StringBuilder();
        digits.chars().forEach(c -> number.append(DIGITS.indexOf(c)));
        return new BigDecimal(number.toString());
    }

    /** By places: each of 十百千 multiplies the digit before it, 万 and 亿 all that came before. Places must fall. */
    private static Optional<Long> counted(String text) {
        long total = 0;
        long section = 0;
        long digit = -1;
        long place = Long.MAX_VALUE;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = DIGITS.indexOf(c);
            if (value > 0 && digit <= 0) {
                digit = value;
            } else if (value == 0 && digit < 0) {
                digit = 0;
            } else if ("十百千".indexOf(c) >= 0) {
                long unit = c == '十' ? 10 : c == '百' ? 100 : 1000;
                boolean bareTen = c == '十' && digit < 0 && section == 0;
                if (unit >= place || (digit <= 0 && !bareTen)) {
                    return Optional.empty();
                }
                section += (bareTen ? 1 : digit) * unit;
                place = unit;
                digit = -1;
            } else if ("万亿".indexOf(c) >= 0) {
                long unit = c == '万' ? 10_000 : 100_000_000;
                section += Math.max(digit, 0);
                if (section == 0 || (total > 0 && total < unit)) {
                    return Optional.empty();
                }
                total += section * unit;
                section = 0;
                digit = -1;
                place = Long.MAX_VALUE;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(total + section + Math.max(digit, 0));
    }
}
