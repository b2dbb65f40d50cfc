package dev.lectern.model;

import dev.lectern.check.ProblemsException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call cost, or may cost.
 *
 * @param micros millionths of the currency; less than 0 where nobody knows
 * @param currency USD, CNY …; empty text where nobody knows, and for nothing
 */
public record Cost(long micros, String currency) {
    /** The cost where nobody knows it; never to be shown as nought. */
    public static final Cost UNKNOWN = new Cost(-1, "");

    /** The cost of what is free, in no currency. */
    public static final Cost NOTHING = new Cost(0, "");

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final Pattern AMOUNT =
            Pattern.compile("\\s*([$¥￥]|[A-Za-z]{3})?\\s*(\\d+(?:\\.\\d+)?|\\.\\d+)\\s*([A-Za-z]{3}|元)?\\s*");

    /**
     * An amount as people write it: {@code 5.00}, {@code 5USD}, {@code ¥30}, {@code 30 元}. Without a currency it is left open.
     *
     * @param where the option or setting that holds the text
     * @throws ProblemsException if it is no amount, or less than a millionth
     */
    public static Cost parse(String text, String where) {
        Matcher amount = AMOUNT.matcher(text);
        boolean fits = amount.matches();
        String sign = fits ? part(amount, 1) : "";
        String code = fits ? part(amount, 3) : "";
        if (!fits || (!sign.isEmpty() && !code.isEmpty())) {
            throw new ProblemsException(
                    "'" + text + "' is no amount of money", where, "write it so: 5.00, 5USD, 30CNY, $5 or ¥30");
        }
        String currency = switch (sign + code) {
            case "$" -> "USD";
            case "¥", "￥", "元", "RMB" -> "CNY";
            default -> sign + code;
        };
        BigDecimal value = new BigDecimal(amount.group(2));
        try {
            return new Cost(value.multiply(MILLION).toBigIntegerExact().longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new ProblemsException(
                    "'" + text + "' can't be counted in millionths of a currency",
                    where,
                    "write it with six decimal places at most");
        }
    }

    private static String part(Matcher amount, int group) {
        return Optional.ofNullable(amount.group(group)).orElse("").toUpperCase(Locale.ROOT);
    }

    public boolean known() {
        return micros >= 0;
    }

    /** In whole units of the currency, no more decimal places than needed. */
    public BigDecimal amount() {
        BigDecimal plain = BigDecimal.valueOf(micros, 6).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
