package dev.lectern.stage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.FakeTools;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every row, whatever family it came from. */
class AskFromStructureTest {
    private static Document handbook(int number) {
        return Pages.page(
                "Sensors " + number,
                b -> b.paragraph(
                                "Sensors measure what the plants of house " + number
                                        + " feel in the course of a day. They send a reading every minute, and the"
                                        + " controller keeps every reading for two years without any further setup of the network.",
                                List.of())
                        .heading(2, "Pairing", List.of())
                        .paragraph(
                                "To pair sensor " + number + ", hold its button for five seconds near the controller.",
                                List.of())
                        .heading(2, "Signal strength", List.of())
                        .paragraph(
                                "The node reports the received signal strength indicator (RSSI) with each reading.",
                                List.of())
                        .heading(2, "Gateway", List.of())
                        .paragraph(
                                "A gateway is a small radio computer that passes the readings of all sensors to the controller.",
                                List.of()));
    }

    @Test
    void everyQuoteEqualsItsSpanAndHoldsTheAnswer() {
        Document page = handbook(1);

        List<Sample> rows = Pages.rows(page);

        assertThat(rows).hasSizeGreaterThan(2);
        for (Sample row : rows) {
            String quotes = row.evidence().stream().map(Evidence::quote).collect(Collectors.joining(" "));
            assertThat(row.evidence())
                    .allSatisfy(e -> assertThat(page.text().substring(e.start(), e.end()))
                            .isEqualTo(e.quote()));
            assertThat(quotes.split("\\W+")).contains(row.answer().strip().split("\\W+"));
        }
    }

    @Test
    void rowsDoNotDependOnTheOrderOfDocuments() {
        List<Document> pages =
                IntStream.range(0, 5).mapToObj(AskFromStructureTest::handbook).toList();

        var forward = Pages.rows(pages, new AskFromStructure());
        var backward = Pages.rows(pages.reversed(), new AskFromStructure());

        assertThat(forward).isNotEmpty().containsExactlyInAnyOrderElementsOf(backward);
    }

    @Test
    void aRenamedFileIsAskedTheSameWords() {
        Document page = handbook(1);
        Document renamed = new Document(
                Document.idOf("elsewhere/other.md"),
                "elsewhere/other.md",
                page.title(),
                "en",
                page.text(),
                page.licence(),
                page.blocks(),
                page.marks(),
                page.pages(),
                page.details());

        assertThat(Pages.rows(renamed))
                .extracting(Sample::instruction)
                .isEqualTo(Pages.rows(page).stream().map(Sample::instruction).toList());
    }

    @Test
    void oneSpanMakesOneRowAndASectionItsShare() {
        List<Sample> rows = Pages.rows(List.of(handbook(1)), new AskFromStructure(1, 1, "Sorrel", List.of(), true));

        assertThat(rows).extracting(r -> r.evidence().getLast().start()).doesNotHaveDuplicates();
        assertThat(rows.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void aFamilyThatIsSwitchedOffGivesNothing() {
        List<Sample> rows =
                Pages.rows(List.of(handbook(1)), new AskFromStructure(2, 1, "Sorrel", List.of("acronym"), false));

        assertThat(rows).isNotEmpty().noneMatch(r -> "acronym".equals(r.tags().get("family")));
    }

    @Test
    void aDocumentWithNothingToAskIsDroppedWithThatReason() {
        Document page = Pages.saying("Notes", "Nothing much.");
        Sample seed = Sample.seedling(page.id(), "en", List.of(), Lineage.of("test"))
                .withTag(AskFromStructure.DOCUMENT, page.id());

        List<Outcome> outcomes = new AskFromStructure().apply(seed, new FakeTools(Pages.of(page)));

        assertThat(outcomes)
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Dropped.class, d -> assertThat(d.reason()).isEqualTo("nothing good enough to ask"));
    }

    @Test
    void noRowLeansOnItsSource() {
        assertThat(Pages.rows(handbook(3)))
                .allSatisfy(r -> assertThat(r.instruction().lines().findFirst().orElse(""))
                        .doesNotContainPattern(
                                "(?i)\\b(?:this section|according to|the (?:text|document) above|it)\\b"));
    }
}
