/**
 * Recipes: which stages, with which settings, how often. {@link dev.lectern.recipe.RecipeFile} reads YAML,
 * {@link dev.lectern.recipe.RecipeCheck} finds everything that is wrong before anything runs. Knows stages, not how they are run.
 */
@NullMarked
package dev.lectern.recipe;

import org.jspecify.annotations.NullMarked;
