package dev.lectern.text.sums;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What a part of an equation comes to.
 *
 * @param value percent already taken: 20 % is 0.2
 * @param step one in the last place that was written, where the part is a single number
 * @param percent whether it was written as a percentage
 * @param exact whether whole numbers were added, taken away and multiplied and nothing else
 * @param spread how far off a rounded number that went in may have put it
 */
record Amount(BigDecimal value, BigDecimal step, boolean percent, boolean exact, BigDecimal spread) {
    static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int HIGHEST_POWER = 60;

    static Amount of(BigDecimal value, BigDecimal step, boolean percent) {
        boolean whole = !percent && value.stripTrailingZeros().scale() <= 0;
        return new Amount(value, step, percent, whole, BigDecimal.ZERO);
    }

    Amount rounded(BigDecimal by) {
        return new Amount(value, step, percent, false, by);
    }

    Amount negated() {
        return new Amount(value.negate(), step, percent, exact, spread);
    }

    /**
     * @param relative whether a percentage that is added or taken away is one of what stands before it
     * @throws ArithmeticException if it comes to nothing that can be said
     */
    Amount with(char operator, Amount other, boolean relative) {
        boolean share = relative && other.percent && !percent;
        BigDecimal by = share ? value.multiply(other.value) : other.value;
        BigDecimal result = switch (operator) {
            case '+' -> value.add(by);
            case '-' -> value.subtract(by);
            case '*' -> value.multiply(other.value);
            case '/' -> value.divide(other.value, PRECISION);
            case '^' -> power(other.value);
            default -> throw new IllegalArgumentException("no operator: " + operator);
        };
        BigDecimal off = switch (operator) {
            case '+', '-' -> spread.add(other.spread);
            case '/' -> result.abs().multiply(share(this).add(share(other)));
            default -> result.abs().multiply(share(this).add(share(other)));
        };
        boolean still = exact && other.exact && (operator == '+' || operator == '-' || operator == '*');
        boolean bothPercent = percent && other.percent && (operator == '+' || operator == '-');
        return new Amount(result.round(PRECISION), BigDecimal.ZERO, bothPercent, still, off);
    }

    private static BigDecimal share(Amount amount) {
        return amount.value.signum() == 0 ? BigDecimal.ZERO : amount.spread.divide(amount.value.abs(), PRECISION);
    }

    private BigDecimal power(BigDecimal exponent) {
        if (exponent.stripTrailingZeros().scale() > 0
                || exponent.abs().compareTo(BigDecimal.valueOf(HIGHEST_POWER)) > 0) {
            throw new ArithmeticException("a power that is not reckoned");
        }
        return value.pow(exponent.intValueExact(), PRECISION);
    }
}
