package dev.lectern.model.price;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Prices of models by provider.
 *
 * @param asOf when the figures were looked up; empty if not said
 * @param rates what a unit of a currency is in US dollars
 * @param anywhere prices of models whoever provides them
 */
record PriceTable(
        String asOf,
        SortedMap<String, BigDecimal> rates,
        Map<String, Price> anywhere,
        Map<String, Provider> providers) {
    /** A date or a word that providers put behind the name of a model that costs the same. */
    private static final Pattern VERSION = Pattern.compile(
            "-(\\d{4}-\\d{2}-\\d{2}|\\d{8}|\\d{6}|\\d{4}|\\d{3}|latest|preview(-\\d\\d-\\d\\d(\\d\\d)?)?)$");

    /**
     * @param hosts under which a provider is known whatever it was called
     * @param like the provider whose prices hold where it has none of its own
     * @param free whether nobody is paid
     */
    record Provider(List<String> hosts, Optional<String> like, boolean free, Map<String, Price> prices) {
        Provider {
            hosts = List.copyOf(hosts);
            prices = new LinkedHashMap<>(prices);
        }
    }

    PriceTable {
        rates = new TreeMap<>(rates);
        anywhere = new LinkedHashMap<>(anywhere);
        providers = new LinkedHashMap<>(providers);
    }

    /** @param host of the address that is called; empty text where only the provider is known */
    Optional<Price> find(String provider, String host, String model) {
        return among(anywhere, model).or(() -> ofProvider(called(provider, host), model));
    }

    /** What stands under a provider, and under the one that it is like. */
    Map<String, Price> all(String provider) {
        Map<String, Price> all = new LinkedHashMap<>();
        Optional<Provider> found = Optional.ofNullable(providers.get(provider));
        found.ifPresent(own -> all.putAll(own.prices));
        found.flatMap(Provider::like).map(providers::get).ifPresent(alike -> alike.prices.forEach(all::putIfAbsent));
        return all;
    }

    private Optional<Price> ofProvider(String provider, String model) {
        Optional<Provider> found = Optional.ofNullable(providers.get(provider));
        Optional<Provider> other = found.flatMap(Provider::like).map(providers::get);
        return found.flatMap(own -> among(own.prices, model))
                .or(() -> other.flatMap(alike -> among(alike.prices, model)))
                .or(() -> found.filter(Provider::free).map(own -> Price.FREE));
    }

    /** OpenAI's language is spoken by many: who is asked is said by the host, not by the word before the colon. */
    private String called(String provider, String host) {
        Optional<String> byHost = providers.entrySet().stream()
                .filter(entry -> entry.getValue().hosts().contains(host))
                .map(Map.Entry::getKey)
                .findFirst();
        boolean elsewhere = provider.equals("openai") && !host.isEmpty();
        return byHost.orElse(elsewhere ? "" : provider);
    }

    /** The name itself, else without its date, else the longest pattern that fits. */
    private static Optional<Price> among(Map<String, Price> prices, String model) {
        Optional<Price> exact = Optional.ofNullable(prices.get(model))
                .or(() -> Optional.ofNullable(prices.get(VERSION.matcher(model).replaceFirst(""))));
        return exact.or(() -> prices.keySet().stream()
                .filter(pattern -> pattern.contains("*") && fits(pattern, model))
                .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
                .map(prices::get));
    }

    private static boolean fits(String pattern, String model) {
        return model.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
    }
}
