package dev.lectern.prepare;

import dev.lectern.prompt.PromptLibrary;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeText;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a stage's results depend on besides its samples, as a hash: its fields and digests of what it uses. */
public final class Fingerprints {
    private Fingerprints() {}

    /**
     * @param index what finds passages, besides the corpus
     * @param models the models by role with what they can do, as text
     * @param engine the search engine as it was named, or nothing
     */
    public static SortedMap<String, String> of(
            Recipe recipe,
            PromptLibrary prompts,
            String corpus,
            String index,
            String models,
            Supplies supplies,
            String engine) {
        SortedMap<String, String> prints = new TreeMap<>();
        for (Named<Stage> stage : recipe.stages()) {
            List<String> used = stage.what().uses().stream()
                    .map(use -> switch (use) {
                        case Use.Role role -> "role " + role.name() + " " + models;
                        case Use.PromptFile prompt -> "prompt " + prompt.name() + " " + prompts.digest(prompt.name());
                        case Use.Documents documents -> "documents " + corpus;
                        case Use.Index by -> "index " + by.by() + " " + index + " " + corpus;
                        case Use.Seeds seeds -> "seeds " + supplies.seeds().digest();
                        case Use.Facts facts -> "facts " + supplies.facts().digest();
                        case Use.Target target ->
                            "target " + index + " " + supplies.sight().aim().digest();
                        case Use.Toolbox tools -> "tools " + supplies.toolbox().digest();
                        case Use.Web web -> "web " + engine;
                    })
                    .sorted()
                    .toList();
            prints.put(stage.name(), Hash.id(RecipeText.settings(stage.what()), used.toString()));
        }
        return prints;
    }
}
