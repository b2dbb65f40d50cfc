package dev.lectern.stage.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.FakeTools;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class QuotesInDocumentsTest {
    private static final Document DOCUMENT = new DocumentBuilder()
            .page()
            .paragraph("A trait is “shared”\nbehaviour.", List.of())
            .page()
            .paragraph("A type may have many traits.", List.of())
            .build("traits.md", "Traits", "en");
    private static final int CUT = DOCUMENT.text().indexOf("A type");
    private static final Passage FIRST = new Passage("p1", DOCUMENT.id(), 0, CUT, List.of(), OptionalInt.of(1));
    private static final Passage SECOND =
            new Passage("p2", DOCUMENT.id(), CUT, DOCUMENT.text().length(), List.of(), OptionalInt.of(2));

    private static final Corpus CORPUS = new Corpus() {
        private final Derived derived = new Derived();

        @Override
        public Document document(String id) {
            return DOCUMENT;
        }

        @Override
        public Passage passage(String id) {
            return id.equals("p1") ? FIRST : SECOND;
        }

        @Override
        public List<Passage> passagesOf(String document) {
            return List.of(FIRST, SECOND);
        }

        @Override
        public List<String> documents() {
            return List.of(DOCUMENT.id());
        }

        @Override
        public List<String> passages() {
            return List.of("p1", "p2");
        }

        @Override
        public String digest() {
            return "digest";
        }

        @Override
        public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
            return derived.get(kind, this, make);
        }
    };

    private static Outcome outcome(Evidence... claims) {
        Sample sample = FakeTools.row("s", "en", "What is a trait?", "Shared behaviour.")
                .withEvidence(List.of(claims));
        return new LocateQuotes().apply(sample, new FakeTools(CORPUS)).getFirst();
    }

    private static Evidence claim(String passage, String quote) {
        return Evidence.claimed(DOCUMENT.id(), passage, quote, Optional.empty());
    }

    @Test
    void aQuoteBecomesTheDocumentsOwnWords() {
        Evidence found = outcome(claim("p1", "a trait is \"shared\" behaviour"))
                .sample()
                .evidence()
                .getFirst();
        assertThat(found.quote()).isEqualTo("A trait is “shared”\nbehaviour");
        assertThat(DOCUMENT.text().substring(found.start(), found.end())).isEqualTo(found.quote());
        assertThat(found.uri()).contains("traits.md");
        assertThat(found.page()).hasValue(1);
    }

    @Test
    void aQuoteFromAnotherPassageShownIsFoundThere() {
        Outcome outcome = outcome(claim("p1", "A type may have many traits."), claim("p2", "many traits"));
        assertThat(outcome).isInstanceOf(Outcome.Kept.class);
        Evidence found = outcome.sample().evidence().getFirst();
        assertThat(found.passage()).isEqualTo("p2");
        assertThat(found.start()).isEqualTo(CUT);
        assertThat(found.page()).hasValue(2);
    }

    @Test
    void aQuoteFromAPassageThatWasNotShownIsNoEvidence() {
        assertThat(((Outcome.Dropped) outcome(claim("p1", "A type may have many traits."))).reason())
                .isEqualTo("quote not found in passage");
    }

    @Test
    void oneLostQuoteDropsTheRow() {
        assertThat(((Outcome.Dropped) outcome(claim("p1", "A trait"), claim("p1", "no such words"))).reason())
                .isEqualTo("quote not found in passage");
    }

    @Test
    void theSameSpanTwiceIsOneEvidence() {
        assertThat(outcome(claim("p1", "A trait"), claim("p1", "a  trait"))
                        .sample()
                        .evidence())
                .hasSize(1);
    }

    @Test
    void aSpanThatDoesNotHoldItsQuoteIsLookedForAgain() {
        Evidence wrong = new Evidence(DOCUMENT.id(), "p1", 3, 6, "A trait", Optional.empty(), OptionalInt.empty());
        assertThat(outcome(wrong).sample().evidence().getFirst().start()).isZero();
    }
}
