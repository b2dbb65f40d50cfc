package dev.lectern.engine;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Retriever;
import dev.lectern.corpus.WordIndex;
import dev.lectern.model.ChatModel;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.stage.Supplies;
import dev.lectern.stage.Tools;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The tools of a run; {@link #at} gives each stage its own, with chance bound to its name. */
public record RunTools(
        String recipe,
        Corpus corpus,
        Map<String, List<ChatModel>> bound,
        Function<Retriever.By, Retriever> retrievers,
        PromptLibrary prompts,
        Clock clock,
        Chance chance,
        Supplies supplies)
        implements Tools {
    public RunTools {
        bound = Map.copyOf(bound);
    }

    /** The tools of a run that was given nothing but documents and models; passages are found by words alone, all in memory. */
    public RunTools(
            String recipe,
            Corpus corpus,
            Map<String, List<ChatModel>> bound,
            PromptLibrary prompts,
            Clock clock,
            Chance chance) {
        this(recipe, corpus, bound, by -> WordIndex.over(corpus), prompts, clock, chance, Supplies.NONE);
    }

    public RunTools with(Supplies given) {
        return new RunTools(recipe, corpus, bound, retrievers, prompts, clock, chance, given);
    }

    public Tools at(String stage) {
        return new RunTools(recipe, corpus, bound, retrievers, prompts, clock, chance.at(stage), supplies);
    }

    @Override
    public Retriever retriever(Retriever.By by) {
        return retrievers.apply(by);
    }

    @Override
    public ChatModel model(String role) {
        List<ChatModel> models = models(role);
        if (models.isEmpty()) {
            throw new IllegalStateException("no model is bound to the role " + role);
        }
        return models.getFirst();
    }

    @Override
    public List<ChatModel> models(String role) {
        return bound.getOrDefault(role, List.of());
    }
}
