package dev.lectern.stage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of rows that a reader once judged weak, each with its sentence. */
class RefusedKindsTest {
    private static Document filed(String first, String second, String third, String passage) {
        return Pages.page(
                "References",
                b -> b.heading(2, first, List.of())
                        .paragraph(passage, List.of())
                        .heading(2, second, List.of())
                        .paragraph("Short.", List.of())
                        .heading(2, third, List.of())
                        .paragraph("Shorter.", List.of()));
    }

    @Test
    void aPassageThatDoesNotSayItsTopicIsNotFiled() {
        String example =
                "The variable `x` holds an `i32` value `5`. To follow the reference means to go to the value it points to, and"
                        + " once you dereference the variable you have access to the integer value that it is pointing to, which"
                        + " can be compared with five.";

        assertThat(Pages.rows(filed("Following the Reference to the Value", "Smart Pointers", "Coercion", example)))
                .isEmpty();
    }

    @Test
    void aPassageAboutActorsOfAnExampleIsNotFiled() {
        String example =
                "If we were to call value_in_cents(Coin::Quarter(UsState::Alaska)), patterns that bind to values would"
                        + " take part. When each of the match arms is compared with the value, none of them matches until the last"
                        + " one, and at that point the binding for the state is the value that the coin carries with it.";

        assertThat(Pages.rows(
                        filed("Patterns That Bind to Values", "Matches Are Exhaustive", "The Placeholder", example)))
                .isEmpty();
    }

    @Test
    void halfAPhraseIsNoLabel() {
        String passage =
                "Function definitions name a type parameter just as they name the value parameters of a function. Any"
                        + " identifier serves as a type parameter name, but by convention such names are short, often just one letter,"
                        + " and the convention for types is followed.";

        assertThat(Pages.rows(filed("In Function Definitions", "In Struct Definitions", "Performance", passage)))
                .filteredOn(r -> r.task().equals("classification"))
                .isEmpty();
    }

    @Test
    void theTermsOfALicenceGiveNothing() {
        Document page = Pages.page(
                "Donations",
                b -> b.paragraph(
                        "To support the mission, use the donation page of Project Gutenberg-tm on the site.",
                        List.of()));

        assertThat(Pages.rows(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`std` is the namespace in which the `string` class is declared.",
                "`declarator` is the data that you're declaring as aligned in memory for later use.",
                "Sleep Readiness Sleep is the critical requirement for brain health and for function.",
                "In order to process the parts separately, you need to take care of two things in the file.",
                "The application programming interface (API) answers every request of the client."
            })
    void trivialLocalAndBrokenThingsAreNotAskedAbout(String sentence) {
        assertThat(Pages.rows(Pages.saying("Views", sentence)))
                .extracting(Sample::instruction)
                .isEmpty();
    }

    @Test
    void anAnecdoteIntroducesNothing() {
        assertThat(overview(
                        "Recoverable Errors",
                        "Most errors aren’t serious enough to require the program to stop entirely. Sometimes when a function"
                                + " fails, the reason is one that is easily interpreted. A file that does not exist can be"
                                + " created instead of terminating the process."))
                .isEmpty();
    }

    @Test
    void anIntroductionDoesNotEndWithTheFirstStepOfTheLesson() {
        List<Sample> rows = overview(
                "Integration Tests",
                "Integration tests are entirely external to your library. They use your library in the same way any other"
                        + " code would, which means they can only call functions that are part of the public interface. To"
                        + " create integration tests, you first need a tests directory.");

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().answer()).endsWith("the public interface.");
    }

    private static List<Sample> overview(String title, String lead) {
        Document page = Pages.page(
                title,
                b -> b.paragraph(lead, List.of()).heading(2, "Alpha", List.of()).heading(2, "Beta", List.of()));
        return Pages.rows(page).stream()
                .filter(r -> r.task().equals("summarization"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"Ownership, ownership", "Command-Line Tool, the command-line tool"})
    void stuffHasNoArticleAndASingleThingHasOne(String title, String named) {
        Document page = Pages.page(
                title,
                b -> b.paragraph(
                        "To create a text from a literal, call the builder with the quoted letters.", List.of()));

        assertThat(Pages.rows(page))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.instruction().toLowerCase(Locale.ROOT))
                        .containsAnyOf(named, "flask " + title.toLowerCase(Locale.ROOT))
                        .doesNotContain("the ownership"));
    }

    @Test
    void everyQuestionOfATableOfQuestionsIsAsked() {
        Document page = Pages.page("Bicycles", b -> {
            for (int i = 0; i < 12; i++) {
                b.paragraph("Q: Where can I park bicycle number " + i + " at night?", List.of())
                        .paragraph("A: In shed number " + i + " behind the workshop, with a lock.", List.of());
            }
        });

        assertThat(Pages.rows(List.of(page), new AskFromStructure())).hasSize(12);
    }

    @Test
    void neighboursOfOneFamilyTakeDifferentWordings() {
        Document page = Pages.page(
                "Greenhouse",
                b -> b.paragraph("The probe reports the volumetric water content (VWC) every minute.", List.of())
                        .heading(2, "Light", List.of())
                        .paragraph("The lamp is driven by the daily light integral (DLI) of the house.", List.of()));

        List<String> asked = Pages.rows(page).stream()
                .map(r -> r.instruction().replaceAll("VWC|DLI", "X"))
                .toList();

        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Owners: list", "Multiple locations", "With a model"})
    void aHeadingThatNamesNoThingShowsNoCode(String heading) {
        Document page = Pages.page(
                "Registries",
                b -> b.heading(2, heading, List.of())
                        .paragraph("The owners list and the locations with a model are kept in a file.", List.of())
                        .code("toml", "[owners]\nlist = [\"a\"]\nlocations = [\"b\"]\nmodel = \"c\""));

        assertThat(Pages.rows(page)).filteredOn(r -> r.task().equals("code")).isEmpty();
    }

    @Test
    void anAdjectiveIsNotExplained() {
        Document page = Pages.page(
                "Atomics",
                b -> b.heading(2, "Relaxed", List.of())
                        .paragraph(
                                "Relaxed accesses are the weakest of all the orderings. They can be freely moved and give no"
                                        + " promise about what happens before them. Counters that nobody reads to synchronize"
                                        + " other accesses are their natural use.",
                                List.of()));

        assertThat(Pages.rows(page)).extracting(Sample::instruction).isEmpty();
    }

    @Test
    void codeOfPlaceholdersIsNoExample() {
        Document page = Pages.page(
                "Attributes",
                b -> b.heading(2, "Route attributes", List.of())
                        .paragraph("Route attributes stand before a function.", List.of())
                        .code("rust", "#[some_attribute]\npub fn some_name(input: TokenStream) -> TokenStream {\n}"));

        assertThat(Pages.rows(page)).isEmpty();
    }
}
