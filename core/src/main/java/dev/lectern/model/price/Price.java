package dev.lectern.model.price;

import dev.lectern.model.Cost;
import dev.lectern.model.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a million tokens of a model cost. A price times a number of tokens is a number of millionths of the currency, so nothing is
 * lost before the one rounding, half up, of each call.
 *
 * @param cached for input that the provider had cached; empty where it is not known to be cheaper
 * @param batch the share of all this that a call through the batch interface costs; 1 where it is not known to be cheaper
 * @param currency USD, CNY …; empty text for what is free
 */
public record Price(
        BigDecimal input, Optional<BigDecimal> cached, BigDecimal output, BigDecimal batch, String currency) {
    /** Models of one's own machine. */
    public static final Price FREE = new Price(BigDecimal.ZERO, Optional.empty(), BigDecimal.ZERO, BigDecimal.ONE, "");

    public Price {
        if (input.signum() < 0 || output.signum() < 0) {
            throw new IllegalArgumentException("a price can't be less than nothing: " + input + ", " + output);
        }
    }

    /** What the tokens cost. */
    public Cost of(Usage usage, boolean inBatch) {
        long cachedTokens = Math.min(usage.cached(), usage.input());
        BigDecimal micros = input.multiply(BigDecimal.valueOf(usage.input() - cachedTokens))
                .add(cached.orElse(input).multiply(BigDecimal.valueOf(cachedTokens)))
                .add(output.multiply(BigDecimal.valueOf(usage.output())));
        BigDecimal charged = inBatch ? micros.multiply(batch) : micros;
        long whole = charged.setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Cost(whole, whole == 0 ? "" : currency);
    }

    Price with(BigDecimal newInput, BigDecimal newOutput, String newCurrency) {
        return new Price(newInput, Optional.empty(), newOutput, batch, newCurrency);
    }
}
