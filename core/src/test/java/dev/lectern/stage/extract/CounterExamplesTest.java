package dev.lectern.stage.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences that once gave a bad row must give none; those that gave a good one must still do. */
class CounterExamplesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The code in Listing 16-1 is a program that creates a thread for the work.",
                "To use the decorator, place it above the view function in your module.",
                "To understand how views work, use the debugger and step through the code.",
                "To fix the error, use the hint that the compiler prints in the terminal.",
                "To return JSON data, see the section on responses for more information.",
                "To make this work, use the same function that you saw in the previous chapter.",
                "To look at the values, use `print` with the name of the variable in the loop.",
                "To set the options, use the following:",
                "Fresno is the largest U.S. city not directly linked to an Interstate highway.",
                "It is a class that stores the settings of the application for each request.",
                "Another kind of view is a class that answers each method with its own function.",
                "Because it is still pinned, a view is an object that cannot move in memory.",
                "This chapter is a reference on views that you can come back to at any time.",
                "For more information, see the documentation of the `flask` command.",
                "We call a function that returns a response a view of the application.",
                "If you wish to return the work on a physical medium, look at the terms.",
                "A view is one of the most useful things that an application has to offer.",
                "Views are faster to write than classes because they hold less code.",
                "To keep going, we will need a way to send the data to the other thread."
            })
    void aSentenceThatLeansOnItsContextGivesNothing(String sentence) {
        Document page = Pages.page(
                "Testing Applications",
                b -> b.paragraph("A first paragraph stands before.", List.of())
                        .heading(2, "Sending data to a view", List.of())
                        .paragraph("Views are small. " + sentence, List.of()));

        assertThat(Pages.rows(page)).extracting(Sample::answer).isEmpty();
    }

    @Test
    void anExampleActorIsNotAskedAbout() {
        Document page = Pages.page(
                "Structs",
                b -> b.heading(2, "Methods", List.of())
                        .code("python", "class Point:\n    pass\norigin = Point()")
                        .paragraph(
                                "To create a Millimeters value, call the function with a number of your choice.",
                                List.of())
                        .paragraph(
                                "To move a `Point`, call its method with the distance in both directions.", List.of()));

        assertThat(Pages.rows(page)).filteredOn(r -> !r.task().equals("code")).isEmpty();
    }

    @Test
    void headingsThatOnlyEndInAQuestionMarkAskNothing() {
        Document page = Pages.page(
                "Codecs",
                b -> b.heading(2, "Encoded Data?", List.of())
                        .paragraph(
                                "Data is encoded with the codec that the header of the request names first.",
                                List.of()));

        assertThat(Pages.rows(page)).isEmpty();
    }

    @Test
    void anAcronymWhoseInitialsDoNotMatchIsRefused() {
        Document page = Pages.saying("Boards", "The council of the region (PDQ) met twice in the autumn of that year.");

        assertThat(Pages.rows(page)).isEmpty();
    }

    @Test
    void aListWithoutALeadSentenceGivesNothing() {
        Document page = Pages.page(
                "Plans",
                b -> b.item(0, Optional.empty(), "the small plan", List.of())
                        .item(0, Optional.empty(), "the large plan", List.of()));

        assertThat(Pages.rows(page)).isEmpty();
    }

    @Test
    void aHeadingOfANounWithOfIsNoAction() {
        Document page = Pages.page(
                "Destructors",
                b -> b.heading(2, "Order of destruction", List.of())
                        .paragraph(
                                "You can rely on the order of destruction: members go before their owner.", List.of()));

        assertThat(Pages.rows(page)).isEmpty();
    }

    @Test
    void theDebugOptionSurvives() {
        Document page = Pages.saying("Development Server", "To enable debug mode, use the `--debug` option.");

        Sample row = Pages.row(page, "how-to-purpose").orElseThrow();

        assertThat(row.answer()).isEqualTo("To enable debug mode, use the `--debug` option.");
        assertThat(row.instruction())
                .contains("enable debug mode")
                .contains("Flask")
                .contains("evelopment server");
        assertThat(row.task()).isEqualTo("generation");
    }

    @Test
    void theArraySurvives() {
        String sentence = "An array is a sequence of objects of the same type that occupy a contiguous area of memory.";

        Sample row =
                Pages.row(Pages.saying("Arrays (C++)", sentence), "definition").orElseThrow();

        assertThat(row.answer()).isEqualTo(sentence);
        assertThat(row.instruction()).containsIgnoringCase("array").contains("Flask");
    }
}
