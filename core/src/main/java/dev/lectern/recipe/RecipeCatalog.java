package dev.lectern.recipe;

import dev.lectern.check.Nearest;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The recipes that ship, by name, and recipe files of the user's own. */
public final class RecipeCatalog {
    /** Those that ship, in the order of lists; a recipe file of the same name lies in resources/recipes. */
    public static final List<String> NAMES = List.of("extractive", "grounded", "search-instruct", "fact-edit", "equal");

    /** Settings of those that have several: recipe and preset, as in the names of their files. */
    private static final List<String> PRESETS = List.of("search-instruct.paper", "equal.paper");

    private static final String OWN = "tuned";

    private RecipeCatalog() {}

    /**
     * A recipe with a preset.
     *
     * @param preset {@code tuned} is what a recipe has anyway
     * @throws ProblemsException as {@link #named}, or if the recipe has no such preset
     */
    public static Recipe named(String nameOrFile, Optional<String> preset, List<Setting> set, Catalog catalog) {
        List<String> known = presets(nameOrFile);
        if (preset.isEmpty() || preset.get().equals(OWN)) {
            return named(nameOrFile, set, catalog);
        } else if (!known.contains(preset.get())) {
            throw new ProblemsException(
                    "the recipe '" + nameOrFile + "' has no preset '" + preset.get() + "'",
                    "--preset",
                    Nearest.hint(preset.get(), known));
        }
        String file = nameOrFile + "." + preset.get();
        return RecipeFile.read("recipe " + file, text(file), set, catalog);
    }

    /** The presets of a recipe; one at least. */
    public static List<String> presets(String recipe) {
        List<String> presets = new ArrayList<>(List.of(OWN));
        PRESETS.stream()
                .filter(preset -> preset.startsWith(recipe + "."))
                .map(preset -> preset.substring(recipe.length() + 1))
                .forEach(presets::add);
        return presets;
    }

    /** @throws ProblemsException if there is no such recipe or something is wrong in it */
    public static Recipe named(String nameOrFile, List<Setting> set, Catalog catalog) {
        if (NAMES.contains(nameOrFile)) {
            return RecipeFile.read("recipe " + nameOrFile, text(nameOrFile), set, catalog);
        }
        Path file = Path.of(nameOrFile);
        if (!Files.isRegularFile(file)) {
            boolean looksLikeFile = nameOrFile.matches(".*[./\\\\].*");
            throw new ProblemsException(
                    looksLikeFile
                            ? "there is no recipe file '" + nameOrFile + "'"
                            : "there is no recipe '" + nameOrFile + "'",
                    "--recipe",
                    Nearest.hint(nameOrFile, NAMES));
        }
        try {
            return RecipeFile.read(file.toString(), Files.readString(file), set, catalog);
        } catch (IOException e) {
            throw new ProblemsException(
                    "cannot read the recipe: " + e.getMessage(), nameOrFile, "it must be a UTF-8 text file");
        }
    }

    /** The YAML of a recipe that ships. */
    public static String text(String name) {
        try (InputStream in = RecipeCatalog.class.getResourceAsStream("/recipes/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no recipe ships as " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
