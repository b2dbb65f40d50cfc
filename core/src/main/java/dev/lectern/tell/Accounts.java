package dev.lectern.tell;

import dev.lectern.export.Note;
import dev.lectern.model.Cost;
import dev.lectern.model.Spent;
import dev.lectern.model.call.Models;
import dev.lectern.model.price.Price;
import dev.lectern.report.RunReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a build's calls took, as the report says it. */
public record Accounts(Models models) {
    /** What this invocation paid. */
    public RunReport.Cost now() {
        Spent before = models.spentBefore();
        Spent all = models.spent();
        SortedMap<String, Long> micros = new TreeMap<>(all.micros());
        before.micros().forEach((currency, amount) -> micros.merge(currency, -amount, Long::sum));
        return cost(micros, all.unpriced() > before.unpriced(), models);
    }

    /** What the run folder took, all invocations together. */
    RunReport.Total total() {
        Spent all = models.spent();
        RunReport.Tokens tokens = new RunReport.Tokens(
                all.usage().input(), all.usage().output(), all.usage().cached());
        return new RunReport.Total(
                all.calls(), tokens, all.usage().guessed(), cost(all.micros(), all.unpriced() > 0, models));
    }

    /** One sum in the currency that most of it is in; what can't be changed into that makes it a lower bound. */
    public static RunReport.Cost cost(SortedMap<String, Long> micros, boolean unpriced, Models models) {
        String currency = micros.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseGet(() -> currency(models));
        BigDecimal sum = BigDecimal.ZERO;
        boolean known = !unpriced;
        for (Map.Entry<String, Long> each : micros.entrySet()) {
            Cost changed = models.prices()
                    .in(new Cost(each.getValue(), each.getKey()), currency)
                    .orElse(Cost.UNKNOWN);
            known = known && changed.known();
            sum = changed.known() ? sum.add(changed.amount()) : sum;
        }
        return new RunReport.Cost(sum, currency, known);
    }

    /** Where nothing was spent: what it would have been spent in. */
    static String currency(Models models) {
        return models.tariffs().values().stream()
                .flatMap(tariff -> tariff.price().stream())
                .map(Price::currency)
                .filter(code -> !code.isEmpty())
                .findFirst()
                .orElse("USD");
    }

    /**
     * What people should know of the calls.
     *
     * @param phrase says problems, which are English, in the reader's language
     */
    Stream<Note> notes(UnaryOperator<String> phrase) {
        List<Note> notes = new ArrayList<>();
        models.givenUp()
                .forEach(way -> notes.add(new Note(
                        "lane-out", way.lane(), phrase.apply(way.problem().what()), phrase.apply(way.fix()))));
        Spent all = models.spent();
        if (all.usage().guessed() > 0) {
            String counters = models.tariffs().values().stream()
                    .map(tariff -> tariff.counter().name())
                    .distinct()
                    .collect(Collectors.joining(", "));
            notes.add(new Note(
                    "tokens-counted", all.usage().guessed(), all.usage().total(), counters));
        }
        if (all.unpriced() > 0) {
            notes.add(new Note("price-unknown"));
        }
        return notes.stream();
    }
}
