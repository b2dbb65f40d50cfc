package dev.lectern.model.price;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelSetup;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What models cost: by the project's own words first, then by the table that ships. */
public final class Prices {
    private final Optional<PriceTable> own;

    private Prices(Optional<PriceTable> own) {
        this.own = own;
    }

    /**
     * @param file the project's price file
     * @throws ProblemsException with all that is wrong with it, and where
     */
    public static Prices with(Optional<Path> file) {
        return new Prices(file.map(PriceFile::read));
    }

    /** When the figures that ship were looked up. */
    public static String asOf() {
        return Shipped.TABLE.asOf();
    }

    /** The models of a provider whose price is known, in the order of the tables. */
    public Map<String, Price> all(String provider) {
        Map<String, Price> all = new LinkedHashMap<>();
        own.ifPresent(table -> all.putAll(table.all(provider)));
        Shipped.TABLE.all(provider).forEach(all::putIfAbsent);
        return all;
    }

    /**
     * @param provider the word before the colon
     * @param base the address that is called; empty text for the provider's own
     * @param setup which may name a price of its own
     * @param where the setting that holds the setup
     * @return empty where nobody knows
     * @throws ProblemsException if the setup's price is none
     */
    public Optional<Price> of(String provider, String base, String model, ModelSetup setup, String where) {
        String host = host(base);
        Optional<Price> table = own.flatMap(prices -> prices.find(provider, host, model))
                .or(() -> Shipped.TABLE.find(provider, host, model));
        if (setup.inputCost().isEmpty() && setup.outputCost().isEmpty()) {
            return table;
        }
        Optional<Cost> input = setup.inputCost().map(text -> Cost.parse(text, where + ", input_cost"));
        Optional<Cost> output = setup.outputCost().map(text -> Cost.parse(text, where + ", output_cost"));
        if (table.isEmpty() && (input.isEmpty() || output.isEmpty())) {
            throw new ProblemsException(
                    "only half of the price is given, and the other half is not known",
                    where,
                    "give both input_cost and output_cost, in money for a million tokens");
        }
        Price otherwise = table.orElse(Price.FREE);
        String currency = input.map(Cost::currency)
                .filter(code -> !code.isEmpty())
                .or(() -> output.map(Cost::currency).filter(code -> !code.isEmpty()))
                .orElse(otherwise.currency().isEmpty() ? "USD" : otherwise.currency());
        return Optional.of(otherwise.with(
                input.map(Cost::amount).orElse(otherwise.input()),
                output.map(Cost::amount).orElse(otherwise.output()),
                currency));
    }

    /** The amount in another currency; empty where the project gives no rate for it. Rates do not ship: they change by the day. */
    public Optional<Cost> in(Cost cost, String currency) {
        if (cost.currency().equals(currency) || cost.micros() == 0) {
            return Optional.of(new Cost(cost.micros(), currency));
        }
        Optional<BigDecimal> from = rate(cost.currency());
        Optional<BigDecimal> to = rate(currency);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal micros = BigDecimal.valueOf(cost.micros())
                .multiply(from.get())
                .divide(to.get(), MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP);
        return Optional.of(new Cost(micros.longValueExact(), currency));
    }

    private Optional<BigDecimal> rate(String currency) {
        return currency.equals("USD")
                ? Optional.of(BigDecimal.ONE)
                : own.map(table -> table.rates().get(currency));
    }

    private static String host(String base) {
        try {
            return Optional.ofNullable(URI.create(base).getHost()).orElse("").toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return ""; // the name of a pool, which is no address
        }
    }

    /** Read when first asked for: most commands need no prices. */
    private static final class Shipped {
        static final PriceTable TABLE = PriceFile.shipped();
    }
}
