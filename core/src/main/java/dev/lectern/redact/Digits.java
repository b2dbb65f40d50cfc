package dev.lectern.redact;

import java.math.BigInteger;

/** Sums that tell numbers of a kind from other numbers. */
final class Digits {
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    private static final BigInteger IBAN_BASE = BigInteger.valueOf(97);

    private Digits() {}

    /** The digits and letters alone. */
    static String of(String text) {
        return text.replaceAll("[^0-9A-Za-z]", "");
    }

    /** Payment cards, ISO/IEC 7812. */
    static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int counted = twice ? 2 * digit : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    /** China's resident identity number, GB 11643-1999. */
    static boolean resident(String number) {
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * RESIDENT_WEIGHTS[i];
        }
        return Character.toUpperCase(number.charAt(17)) == RESIDENT_CHECKS.charAt(sum % 11);
    }

    /** ISO 13616. */
    static boolean iban(String account) {
        String turned = account.substring(4) + account.substring(0, 4);
        StringBuilder number = new StringBuilder();
        turned.chars().forEach(c -> number.append(Character.digit(c, 36)));
        return new BigInteger(number.toString()).mod(IBAN_BASE).intValue() == 1;
    }
}
