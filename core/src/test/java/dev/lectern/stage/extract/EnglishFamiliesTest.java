package dev.lectern.stage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One small document in, one row out, for each English family. */
class EnglishFamiliesTest {
    private static final Optional<Integer> BULLET = Optional.empty();

    private static Sample only(Document page, String family) {
        return Pages.row(page, family).orElseThrow(() -> new AssertionError("no " + family + " in " + page.text()));
    }

    @Test
    void aTableOfQuestionsAndAnswersAnswersThem() {
        Document page = Pages.page(
                "Help",
                b -> b.table(
                        true,
                        List.of(
                                List.of("Question", "Answer"),
                                List.of("How do I reset my password?", "Choose Account, then Reset."))));

        Sample row = only(page, "faq");

        assertThat(row.instruction()).containsIgnoringCase("how do I reset my password");
        assertThat(row.answer()).isEqualTo("Choose Account, then Reset.");
    }

    @Test
    void questionAndAnswerParagraphsAnswerThemselves() {
        Document page = Pages.page(
                "Help",
                b -> b.paragraph("Q: Where can I park my bicycle at night?", List.of())
                        .paragraph("A: In the shed behind the workshop, with a lock of your own.", List.of()));

        assertThat(only(page, "faq").answer()).isEqualTo("In the shed behind the workshop, with a lock of your own.");
    }

    @Test
    void anAcronymWithMatchingInitialsIsSpeltOut() {
        Document page =
                Pages.saying("Greenhouse", "The probe reports the volumetric water content (VWC) every minute.");

        Sample row = only(page, "acronym");

        assertThat(row.answer()).isEqualTo("volumetric water content");
        assertThat(row.instruction()).contains("VWC");
    }

    @Test
    void aPassageIsFiledUnderItsOwnHeading() {
        String heating =
                "The heating loop opens the mixing valve when the air is colder than the setpoint by more than the band. Its"
                        + " output is a sum of two parts, so that a steady loss through the glass is made up within minutes.";
        Document page = Pages.page(
                "Programs",
                b -> b.heading(2, "Heating loop", List.of())
                        .paragraph(heating, List.of())
                        .heading(2, "Ventilation loop", List.of())
                        .paragraph("Vents open.", List.of())
                        .heading(2, "Screen loop", List.of())
                        .paragraph("Screens close.", List.of()));

        Sample row = only(page, "classification");

        assertThat(row.answer()).isEqualTo("Heating loop");
        assertThat(row.instruction()).contains("Ventilation loop").endsWith("\n\n" + heating);
        assertThat(row.extra()).containsEntry("input", com.fasterxml.jackson.databind.node.TextNode.valueOf(heating));
        assertThat(row.evidence()).extracting("quote").contains("Heating loop", heating);
    }

    @Test
    void anEventWithANameHasItsDate() {
        Document page = Pages.saying("History", "The Harrow Lane Trial was completed in October 2018 by four growers.");

        assertThat(only(page, "date").instruction())
                .contains("Harrow Lane Trial")
                .doesNotContain("2018");
    }

    @Test
    void aPurposeThatEndsInAColonTakesItsCodeAlong() {
        Document page = Pages.page(
                "Server",
                b -> b.paragraph("To start the server, run this command in a terminal:", List.of())
                        .code("bash", "flask run --debug"));

        assertThat(only(page, "how-to-purpose").answer())
                .isEqualTo("To start the server, run this command in a terminal:\n\n```bash\nflask run --debug\n```");
    }

    @Test
    void yourBecomesMineInTheQuestion() {
        Document page =
                Pages.saying("Accounts", "To change your password, open Settings and choose Security in the list.");

        assertThat(only(page, "how-to-purpose").instruction()).contains("change my password");
    }

    @Test
    void aHeadingThatIsAnActionIsAnsweredByItsSection() {
        String steps =
                "To send a file, call `send_file` with its path and let the server choose the type. The file is read in pieces,"
                        + " so that a large one needs no more memory than a small one.";
        Document page = Pages.page(
                "Responses", b -> b.heading(2, "Sending files", List.of()).paragraph(steps, List.of()));

        assertThat(Pages.rows(page)).extracting(Sample::instruction).anyMatch(q -> q.contains("send"));
    }

    @Test
    void anOptionIsExplainedByItsItem() {
        Document page = Pages.page(
                "Command line",
                b -> b.heading(2, "Options", List.of())
                        .item(0, BULLET, "`--host`: Sets the address that the server listens on.", List.of())
                        .item(0, BULLET, "`--port`: Sets the port that the server listens on.", List.of()));

        Sample row = only(page, "explained-item");

        assertThat(row.instruction()).contains("`--").contains("Flask");
        assertThat(row.answer()).endsWith("that the server listens on.");
    }

    @Test
    void aPageWithSectionsHasAnOverview() {
        String lead =
                "Blueprints group the views of one part of an application. They keep its templates and its files together, and"
                        + " they can be registered more than once under different addresses of the same application.";
        Document page = Pages.page(
                "Blueprints",
                b -> b.paragraph(lead, List.of())
                        .heading(2, "Resources", List.of())
                        .paragraph("Files.", List.of())
                        .heading(2, "Addresses", List.of())
                        .paragraph("Links.", List.of()));

        Sample row = only(page, "overview");

        assertThat(row.task()).isEqualTo("summarization");
        assertThat(row.answer()).isEqualTo(lead);
    }

    @Test
    void aCellUnderATellingHeaderAnswersForItsRow() {
        Document page = Pages.page(
                "Settings",
                b -> b.heading(2, "Session keys", List.of())
                        .table(
                                true,
                                List.of(
                                        List.of("Key", "Meaning"),
                                        List.of("`lifetime`", "How long a session stays open without a request"),
                                        List.of("`domain`", "The address that the cookie is valid for"),
                                        List.of("`secure`", "Whether the cookie is sent over plain connections"))));

        assertThat(only(page, "table").instruction()).containsAnyOf("`lifetime`", "`domain`", "`secure`", "table");
    }

    @Test
    void aNumberIsAnsweredWithTheUnitThatStandsInAnotherColumn() {
        Document page = Pages.page(
                "Sensors",
                b -> b.heading(2, "Gas sensors", List.of())
                        .table(
                                true,
                                List.of(
                                        List.of("Gas", "Range", "Unit"),
                                        List.of("Carbon dioxide", "0 to 5,000", "ppm"),
                                        List.of("Oxygen", "0 to 25", "%"),
                                        List.of("Ammonia", "on request", "ppm"))));

        assertThat(Pages.rows(page))
                .extracting(Sample::answer)
                .contains("0 to 5,000 ppm", "0 to 25 %", "on request")
                .doesNotContain("0 to 5,000", "0 to 25");
    }

    @Test
    void theOnlyCodeOfASectionIsItsExample() {
        Document page = Pages.page(
                "Templates",
                b -> b.heading(2, "Template filters", List.of())
                        .paragraph("A filter changes a value before the template shows it.", List.of())
                        .code("python", "@app.template_filter()\ndef reverse(value):\n    return value[::-1]"));

        Sample row = only(page, "code-example");

        assertThat(row.task()).isEqualTo("code");
        assertThat(row.instruction()).contains("template filters");
        assertThat(row.answer()).startsWith("```python\n").endsWith("\n```");
    }

    @Test
    void aListThatIsAnnouncedExactlyIsAskedFor() {
        Document page = Pages.page(
                "Storage",
                b -> b.paragraph("There are two kinds of session storage:", List.of())
                        .item(0, BULLET, "cookies that the browser keeps", List.of())
                        .item(0, BULLET, "records that the server keeps", List.of()));

        Sample row = only(page, "announced-list");

        assertThat(row.instruction()).contains("two kinds of session storage");
        assertThat(row.answer()).isEqualTo("- cookies that the browser keeps\n- records that the server keeps");
    }

    @Test
    void aListShorterThanItsLeadSaysIsRefused() {
        Document page = Pages.page(
                "Storage",
                b -> b.paragraph("There are three kinds of session storage:", List.of())
                        .item(0, BULLET, "cookies that the browser keeps", List.of())
                        .item(0, BULLET, "records that the server keeps", List.of()));

        assertThat(Pages.rows(page)).isEmpty();
    }
}
