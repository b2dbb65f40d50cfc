package dev.lectern.prepare;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.corpus.Corpus;
import dev.lectern.engine.Progress;
import dev.lectern.index.CorpusIndex;
import dev.lectern.index.Meanings;
import dev.lectern.index.WordHashes;
import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning;
import dev.lectern.model.Reranker;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.recipe.Recipe;
import dev.lectern.stage.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a build looks passages up with. Nothing is loaded and nothing made unless a stage of the recipe looks passages up.
 *
 * @param meanings empty where no stage looks passages up by meaning, or where nothing here embeds
 * @param reranker empty where none was named
 */
public record Indexing(Optional<Meanings> meanings, Optional<Reranker> reranker) {
    /** The embedder that is chosen by the language of each text. */
    private static final String AUTO = "auto";

    private static final String ENGLISH = "minilm";
    private static final String CHINESE = "bge-zh";

    /**
     * Where the user named no embedder and none can run here, passages are looked up by words alone, and that is said: a build must not
     * fail for want of a part that nobody asked for.
     */
    public static Indexing of(BuildOptions options, Recipe recipe, Models models, Progress progress) {
        if (!recipe.embeds()) {
            return new Indexing(Optional.empty(), models.reranker());
        }
        Optional<String> named = Optional.ofNullable(options.models().get(Models.EMBEDDER))
                .map(List::getFirst)
                .filter(name -> !name.equals(AUTO));
        if (named.isPresent()) {
            return new Indexing(models.embedder().map(Meanings::of), models.reranker());
        }
        try {
            String where = "recipe " + recipe.name();
            Embedder chinese = models.embedder(CHINESE, where);
            Meanings both = Meanings.of(chinese, models.embedder(ENGLISH, where));
            return new Indexing(Optional.of(both), models.reranker());
        } catch (ProblemsException e) {
            List<String> why = List.of(e.problems().stream().map(Problem::what).collect(Collectors.joining("; ")));
            if (recipe.looksUpByMeaning()) {
                progress.hear(new Progress.Noted(
                        "passages are looked up by words alone, as no embedder runs here: {0}", why));
            }
            if (recipe.uses(new Use.Target())) {
                progress.hear(new Progress.Noted(
                        "passages and the target are compared by their words alone, as no embedder runs here: {0}",
                        why));
            }
            return new Indexing(Optional.empty(), models.reranker());
        }
    }

    /** @param run the run folder: the index lies beside the corpus, and like it can be made again */
    public CorpusIndex over(Corpus corpus, Path run) {
        return new CorpusIndex(corpus, run.resolve("run/corpus/index"), meanings, reranker);
    }

    /** What compares passages and rows with the target; where nothing embeds, their words do. */
    public Function<Set<String>, Meaning> comparing() {
        Meanings models = meanings.orElseGet(() -> Meanings.of(new WordHashes()));
        return models::among;
    }

    /** What else the finding of passages depends on, for fingerprints. */
    public String id() {
        return meanings.map(Meanings::id).orElse("words")
                + reranker.map(model -> " " + model.id()).orElse("");
    }
}
