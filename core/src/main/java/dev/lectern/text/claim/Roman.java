package dev.lectern.text.claim;

/** Roman numerals up to 39: kings, popes and wars. */
final class Roman {
    private Roman() {}

    static int value(String numeral) {
        int total = 0;
        for (int i = 0; i < numeral.length(); i++) {
            int digit = digit(numeral.charAt(i));
            boolean before = i + 1 < numeral.length() && digit < digit(numeral.charAt(i + 1));
            total += before ? -digit : digit;
        }
        return total;
    }

    private static int digit(char c) {
        return c == 'I' ? 1 : c == 'V' ? 5 : 10;
    }
}
