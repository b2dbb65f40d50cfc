package dev.lectern.stage.screen;

import static dev.lectern.stage.FakeTools.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Span;
import dev.lectern.sample.Outcome;
import dev.lectern.stage.FakeTools;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocateQuotesTest {
    private static Optional<String> found(String quote, String text) {
        return Quotes.find(quote, text).map(span -> span.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a trait is shared|In Rust a trait is shared behaviour|a trait is shared",
                "A trait is shared|So a trait is shared|a trait is shared",
                "a  trait is shared|So a trait is shared|a trait is shared",
                "\"so it is\", he said|“so it is”, he said|“so it is”, he said",
                "it's good|it’s good|it’s good",
                "**bold** words and code|bold words and `code` here|bold words and `code`",
                "the `ref` macro|call the ref macro|the ref macro",
                "`foo` is fast|and `foo` is fast|`foo` is fast",
                "foo is fast|and `foo` is fast|`foo` is fast",
                "Ｖｕｅ３ 很快|现在 Vue3 很快。|Vue3 很快",
                "Vue3很快|现在 Vue3 很快。|Vue3 很快",
                "价格是100元，很低|价格是１００元,很低。|价格是１００元,很低",
                "pages 3-5|see pages 3–5|pages 3–5",
                "\"It is green.\"|It is green and nice|It is green",
                "It is green...|It is green and nice|It is green",
                "snake_case name|the snake_case name|snake_case name",
                "twice|twice and twice|twice"
            })
    void isFoundAsTheDocumentsOwnWords(String quote, String text, String words) {
        assertThat(found(quote, text)).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "art|a start",
                "5|in 2015",
                "a trait was shared|a trait is shared",
                "snakecase|snake_case",
                "...|wait ... what",
                "''|text"
            })
    void isNotFound(String quote, String text) {
        assertThat(found(quote, text)).isEmpty();
    }

    @Test
    void theFirstOfSeveralPlacesIsMeant() {
        assertThat(Quotes.find("it is", "it is what it is")).contains(new Span(0, 5));
        assertThat(Quotes.find("It  is", "what it\nis, it is")).contains(new Span(5, 10));
    }

    @Property(seed = "42")
    void whatIsCutFromATextIsFoundInIt(
            @ForAll String text, @ForAll @IntRange(max = 50) int from, @ForAll @IntRange(max = 50) int to) {
        int a = Math.min(Math.min(from, to), text.length());
        int b = Math.min(Math.max(from, to), text.length());
        String quote = text.substring(a, b).strip();
        Optional<String> found = found(quote, text);
        found.ifPresent(words -> assertThat(new Folded(words).text()).isEqualToIgnoringCase(new Folded(quote).text()));
    }

    @Test
    void aRowWithoutAQuoteIsDroppedUnlessItMustDecline() {
        LocateQuotes stage = new LocateQuotes();
        Outcome outcome = stage.apply(row("s", "en", "What is it?", "Yes."), new FakeTools())
                .getFirst();
        assertThat(((Outcome.Dropped) outcome).reason()).isEqualTo("no quote");
        Outcome declined = stage.apply(
                        row("p", "en", "x", "")
                                .child("s", row("q", "en", "Who?", "Unknown.").messages(), "unanswerable"),
                        new FakeTools())
                .getFirst();
        assertThat(declined).isInstanceOf(Outcome.Kept.class);
    }
}
