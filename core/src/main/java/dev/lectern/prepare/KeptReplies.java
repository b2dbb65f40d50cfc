package dev.lectern.prepare;

import dev.lectern.check.ProblemsException;
import dev.lectern.engine.RunFolder;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.recipe.Recipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** The replies that a run folder keeps, where there is a part that can keep them; else in memory. */
public final class KeptReplies {
    private KeptReplies() {}

    /** To go on with. @throws ProblemsException if those of an earlier run are lost */
    public static ReplyStore open(RunFolder folder) {
        Path file = folder.run().resolve(ReplyStoreProvider.FILE);
        if (Files.exists(folder.run().resolve("manifest.json"))
                && file.toFile().exists()
                && file.toFile().length() == 0) {
            throw new ProblemsException(
                    "the store of replies is empty, though this folder holds a run",
                    file.toString(),
                    "bring back a copy of it, or remove the file (what it held would be asked and paid for again)");
        }
        return ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .map(provider -> provider.open(file))
                .orElseGet(MemoryReplyStore::new);
    }

    /** The replies of the run folder, where it holds a run of this recipe; else none. */
    public static ReplyStore look(Path output, Recipe recipe) {
        Path file = output.resolve("run").resolve(ReplyStoreProvider.FILE);
        if (holdsAnother(output, recipe) || !Files.exists(file)) {
            return new MemoryReplyStore();
        }
        return ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .map(provider -> provider.look(file))
                .orElseGet(MemoryReplyStore::new);
    }

    private static boolean holdsAnother(Path output, Recipe recipe) {
        try {
            return RunFolder.manifest(output)
                    .filter(manifest -> !manifest.recipe().equals(recipe.name()))
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
