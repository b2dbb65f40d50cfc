package dev.lectern.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.stage.Named;
import dev.lectern.stage.screen.Require;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {
    private static final Catalog CATALOG = new Catalog();

    private static Recipe read(String yaml, String... set) {
        return RecipeFile.read(
                "my.yaml", yaml, List.of(set).stream().map(Setting::parse).toList(), CATALOG);
    }

    private static List<Problem> problems(String yaml, String... set) {
        try {
            read(yaml, set);
        } catch (ProblemsException e) {
            return e.problems();
        }
        return List.of();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extractive", "grounded"})
    void everyRecipeThatShipsReadsAndPassesItsCheck(String name) {
        Recipe recipe = RecipeCatalog.named(name, List.of(), CATALOG);
        assertThat(recipe.name()).isEqualTo(name);
        assertThat(RecipeCheck.problems(recipe, Set.of("writer"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extractive", "grounded"})
    void aRecipeWrittenOutReadsBackEqual(String name) {
        Recipe recipe = RecipeCatalog.named(name, List.of(), CATALOG);
        assertThat(read(RecipeText.of(recipe))).isEqualTo(recipe);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsLine() {
        String yaml = """
                name: mine
                draw: all-pasages
                each:
                  - ask-from-evidense: { per-passage: 3 }
                  - screen-instruction: { wrods: [3, 150] }
                  - require: { score: grounded, at-least: high }
                  - require
                thn: []
                """;
        assertThat(problems(yaml).stream().map(Problem::toString))
                .satisfiesExactlyInAnyOrder(
                        p -> assertThat(p)
                                .contains("my.yaml, line 2", "no draw 'all-pasages'", "did you mean 'all-passages'?"),
                        p -> assertThat(p).contains("line 4", "ask-from-evidense", "did you mean 'ask-from-evidence'?"),
                        p -> assertThat(p).contains("line 5", "no setting 'wrods'", "did you mean 'words'?"),
                        p -> assertThat(p).contains("line 6", "require.at-least must be a number", "high"),
                        p -> assertThat(p).contains("'require-2' needs the setting 'score'"),
                        p -> assertThat(p).contains("'require-2' needs the setting 'at-least'"),
                        p -> assertThat(p).contains("no 'thn'", "did you mean 'then'?"));
    }

    @Test
    void aSecondStageOfAKindHasANumberedName() {
        Recipe recipe =
                read("draw: all-passages\neach: [require: {score: a, at-least: 1}, require: {score: b, at-least: 1}]");
        assertThat(recipe.each()).extracting(Named::name).containsExactly("require", "require-2");
    }

    @Test
    void aStageMayHaveAWordInsteadOfANumberAndNoTwoTheSame() {
        String stage = "- require: { as: reward, score: grounded, at-least: 0 }\n";
        String yaml = "name: own\ndraw: all-documents\neach:\n- ask-from-structure\n";
        Recipe recipe = read(yaml + stage, "require-reward.at-least=0.5");
        assertThat(recipe.each().getLast().name()).isEqualTo("require-reward");
        assertThat(((Require) recipe.each().getLast().what()).atLeast()).isEqualTo(0.5);
        assertThat(problems(yaml + stage + stage))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("'reward' cannot name a second 'require'"));
    }

    @Test
    void settingsFromOutsideAreLaidOverTheFile() {
        Recipe recipe = read(
                "draw: all-passages\neach: [require: {score: a, at-least: 1}, require: {score: b, at-least: 1}]",
                "require-2.at-least=0.5",
                "require.score=c");
        assertThat(RecipeText.of(recipe)).contains("score: c", "at-least: 0.5");
    }

    @Test
    void aSettingForAStageThatIsNotThereIsAProblem() {
        assertThat(problems("draw: all-passages\neach: [locate-quotes]", "requre.score=x"))
                .singleElement()
                .satisfies(p -> assertThat(p.what()).contains("no stage 'requre'"));
    }

    @Test
    void aFractionIsNoWholeNumberAndAWordIsNoList() {
        assertThat(problems("draw: {all-passages: {per-round: 1.5}}\neach: [screen-answer: {words: many}]"))
                .extracting(Problem::what)
                .anyMatch(w -> w.contains("per-round must be a whole number"))
                .anyMatch(w -> w.contains("words must be a list"));
    }

    @Test
    void snakeCaseIsTakenToo() {
        assertThat(read("draw: {all-passages: {per_round: 7}}\neach: [locate-quotes]")
                        .draw()
                        .what())
                .hasToString("AllPassages[perRound=7, tasks={}, rows=0]");
    }

    @Test
    void whatIsNoYamlIsSaidWithItsLine() {
        assertThatThrownBy(() -> read("draw: all-passages\neach: [ a, b"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("not valid YAML")
                .hasMessageContaining("line");
    }

    @Test
    void yamlCreatesNoTypes() {
        assertThat(problems("draw: !!javax.script.ScriptEngineManager [a]\neach: [locate-quotes]"))
                .isNotEmpty();
    }

    @Test
    void aStageThatNeedsWhatNoEarlierOneAddsIsFound() {
        Recipe recipe =
                read("name: r\ndraw: all-passages\neach: [locate-quotes, require: {score: grounded, at-least: 0.8}]");
        assertThat(RecipeCheck.problems(recipe, Set.of()))
                .anySatisfy(p -> assertThat(p.toString())
                        .contains("recipe r, stage 2 'require'", "no earlier stage adds the score 'grounded'"));
    }

    @Test
    void aRoleWithoutAModelIsFound() {
        Recipe grounded = RecipeCatalog.named("grounded", List.of(), CATALOG);
        assertThat(RecipeCheck.problems(grounded, Set.of()))
                .singleElement()
                .satisfies(p -> assertThat(p.toString()).contains("'writer' has no model", "--model openai:NAME"));
    }

    @Test
    void anUnknownRecipeNamesTheNearest() {
        assertThatThrownBy(() -> RecipeCatalog.named("extractiv", List.of(), CATALOG))
                .hasMessageContaining("did you mean 'extractive'?");
        assertThatThrownBy(() -> RecipeCatalog.named("no/such.yaml", List.of(), CATALOG))
                .hasMessageContaining("there is no recipe file 'no/such.yaml'");
    }
}
