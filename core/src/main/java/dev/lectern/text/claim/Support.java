package dev.lectern.text.claim;

import dev.lectern.text.Han;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sources of an answer. Numbers, dates and quantities must stand in the quotes; a name may come from anywhere around
 * them too, for quotes say "he" where the passage says who. Restated forms count: 1,200 and twelve hundred, 12 March 2020 and
 * 2020-03-12, 5 km and 5000 m, an abbreviation and what it stands for.
 *
 * @param quotes the words that the answer rests on, and its instruction
 * @param around the passages that hold the quotes, their headings and titles
 */
public record Support(List<String> quotes, List<String> around) {
    public Support {
        quotes = List.copyOf(quotes);
        around = List.copyOf(around);
    }

    public static Support of(Collection<String> quotes, Collection<String> around) {
        return new Support(List.copyOf(quotes), List.copyOf(around));
    }

    /** The first thing that the answer claims and the sources do not state. */
    public Optional<Unsupported> missing(String answer) {
        return number(answer).or(() -> name(answer));
    }

    /** The first number, date or quantity that the quotes do not state. */
    public Optional<Unsupported> number(String answer) {
        return Numbers.firstInvented(answer, quotes)
                .or(() -> SmallNumbers.contradicted(answer, quotes))
                .or(() -> Months.firstInvented(answer, quotes))
                .or(() -> Quantities.contradicted(answer, quotes))
                .map(claim -> new Unsupported(Unsupported.NUMBER, claim));
    }

    /** The first name that neither the quotes nor what stands around them hold. */
    public Optional<Unsupported> name(String answer) {
        List<String> all = Stream.concat(quotes.stream(), around.stream()).toList();
        Optional<String> latin = new LatinNames(all).firstInvented(answer);
        Optional<String> found =
                latin.isPresent() || !Han.any(answer) ? latin : new ChineseNames(all).firstInvented(answer);
        return found.map(claim -> new Unsupported(Unsupported.NAME, claim));
    }
}
