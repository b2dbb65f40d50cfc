package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.words.Words;
import dev.lectern.export.Formats;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.text.Json;
import dev.lectern.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"card", "check", "explain", "export", "program", "report"})
    void noMessageSendsTheUserToACommandThatIsNotThere(String area) {
        List<String> missing = Arrays.stream(Verb.values())
                .filter(verb -> !verb.available())
                .map(verb -> "lectern " + verb.typed())
                .toList();
        for (String language : List.of("en", "zh")) {
            Messages messages = Messages.of(area, language);
            for (String key : messages.keys()) {
                assertThat(messages.get(key)).as(key).doesNotContain(missing);
            }
        }
    }

    @Test
    void everyStageDrawAndRecipeIsDescribedInBothLanguages() {
        Catalog catalog = new Catalog();
        for (String language : Words.languages()) {
            Words words = Words.in(language);
            catalog.stageNames()
                    .forEach(name ->
                            assertThat(words.knows("stage." + name)).as(name).isTrue());
            catalog.drawNames()
                    .forEach(name ->
                            assertThat(words.knows("stage." + name)).as(name).isTrue());
            RecipeCatalog.NAMES.forEach(
                    name -> assertThat(words.knows("recipe." + name)).as(name).isTrue());
        }
    }

    @Test
    void listsNameEverythingThereIs() {
        assertThat(Typed.in(folder).run("stages").out()).contains(new Catalog().stageNames());
        assertThat(Typed.in(folder).run("formats").out()).contains(Formats.all().keySet());
        assertThat(Typed.in(folder).run("prompts").out()).contains(ResourcePrompts.names());
        assertThat(Typed.in(folder).run("recipes").out()).contains(RecipeCatalog.NAMES);
    }

    @Test
    void aStageShowsItsSettingsWithTheirDefaults() {
        assertThat(Typed.in(folder).run("stages", "screen-instruction").out())
                .contains("Sees one sample at a time", "words", "(default:");
    }

    @Test
    void aRecipeIsShownAsYaml() {
        assertThat(Typed.in(folder).run("recipes", "grounded").out())
                .contains("name: grounded", "- answer-from-evidence");
    }

    @Test
    void aPromptOfTheProjectIsShownInPlaceOfOurs() throws IOException {
        own("prompts", Typed.in(folder).run("prompts", "ask-from-evidence/qa").out() + "\nThink of beginners.\n");
        assertThat(Typed.in(folder).run("prompts", "ask-from-evidence/qa").out())
                .contains("Think of beginners.");
    }

    @Test
    void promptsBesideTheConfigFileCountBeforeThoseOfTheFolderAndThatIsSaid() throws IOException {
        String shipped = Typed.in(folder).run("prompts", "ask-from-evidence/qa").out();
        own("prompts", shipped + "\nThink of beginners.\n");
        Files.createDirectories(folder.resolve("project"));
        Files.writeString(folder.resolve("project/lectern.yaml"), "seed: 7\n");
        Files.writeString(folder.resolve("page.md"), "# A page\n\n## Is it one?\n\nIt is one page, and no more.\n");
        String[] shown = {"prompts", "ask-from-evidence/qa", "--config", "project/lectern.yaml"};
        String[] built = {"build", "page.md", "--config", "project/lectern.yaml"};
        assertThat(Typed.in(folder).run(shown).out())
                .as("none lie beside the config file")
                .contains("Think of beginners.");
        assertThat(Typed.in(folder).run(built).err()).doesNotContain("Prompts of your own");
        own("project/prompts", shipped + "\nThink of experts.\n");
        assertThat(Typed.in(folder).run(shown).out())
                .contains("Think of experts.")
                .doesNotContain("beginners");
        assertThat(Typed.in(folder).run("prompts", "ask-from-evidence/qa").out())
                .contains("Think of beginners.");
        assertThat(Typed.in(folder).run(built).err())
                .contains("Prompts of your own are read from " + folder.resolve("project/prompts"))
                .contains("not from " + folder.resolve("prompts"));
    }

    private void own(String prompts, String text) throws IOException {
        Path file = folder.resolve(prompts + "/ask-from-evidence/qa/en.md");
        Files.createDirectories(folder.resolve(prompts + "/ask-from-evidence/qa"));
        Files.writeString(file, text);
    }

    @Test
    void anUnknownNameListsTheNearest() {
        Typed typed = Typed.in(folder).run("stages", "screen-answr");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err()).contains("there is no 'screen-answr'", "did you mean 'screen-answer'?");
    }

    @Test
    void withJsonAListIsOneObjectPerName() throws IOException {
        Typed typed = Typed.in(folder).run("formats", "--json");
        List<?> list = Json.mapper().readValue(typed.out(), List.class);
        assertThat(list).hasSameSizeAs(Formats.all().keySet());
        assertThat(typed.out()).contains("\"name\":\"openai\"", "\"about\":");
    }
}
