package dev.lectern.recipe;

import dev.lectern.check.Nearest;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recipes that ship, by name, and recipe files of the user's own. */
public final class RecipeCatalog {
    /** Those that ship, in the order of lists; a recipe file of the same name lies in resources/recipes. */
    public static final List<String> NAMES = List.of("extractive", "grounded");

    private RecipeCatalog() {}

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
