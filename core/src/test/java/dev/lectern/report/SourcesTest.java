package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.report.RunReport.Source;
import dev.lectern.sample.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourcesTest {
    @Test
    void shortLinesAroundAQuoteAreSoFewThatItIsSeenAtOnce() {
        Source source = source(lines("before "), "the quote", lines("after "));
        assertThat(source.before()).startsWith("… before 34\n").endsWith("before 39\n");
        assertThat(source.after()).startsWith("\nafter 0\n").endsWith("after 5 …");
    }

    @Test
    void longLinesAroundAQuoteAreCutBetweenWords() {
        String prose = "several words that stand in one long line ".repeat(20);
        Source source = source(prose, "the quote", " " + prose);
        assertThat(source.before())
                .hasSizeBetween(200, 245)
                .matches("… (several|words|that|stand|in|one|long|line) .*");
        assertThat(source.after()).hasSizeBetween(200, 245).endsWith(" …");
    }

    @Test
    void aQuoteThatIsTheWholeTextHasNothingAroundIt() {
        Source source = source("", "the quote", "");
        assertThat(source.before()).isEmpty();
        assertThat(source.after()).isEmpty();
        assertThat(source.quote()).isEqualTo("the quote");
    }

    @Test
    void aQuoteInTheFirstLinesHasAllThatStandsBeforeIt() {
        assertThat(source("one\n\n", "the quote", "\n").before()).isEqualTo("one\n\n");
    }

    private static String lines(String word) {
        return (word.startsWith("after") ? "\n" : "")
                + IntStream.range(0, 40).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
    }

    private static Source source(String before, String quote, String after) {
        Document document = new Document(
                "d",
                "d.md",
                "D",
                "en",
                before + quote + after,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
        Evidence evidence = new Evidence(
                "d",
                "p",
                before.length(),
                before.length() + quote.length(),
                quote,
                Optional.empty(),
                OptionalInt.empty());
        return Sources.of(evidence, Optional.of(document), Optional.empty());
    }
}
