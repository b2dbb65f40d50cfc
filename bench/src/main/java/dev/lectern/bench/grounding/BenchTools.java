package dev.lectern.bench.grounding;

import dev.lectern.corpus.Corpus;
import dev.lectern.model.ChatModel;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.stage.Tools;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Tools for stages in this process: documents, prompts that ship, and models that answer by rule. */
record BenchTools(Corpus corpus, Map<String, List<ChatModel>> bound) implements Tools {
    BenchTools(Corpus corpus) {
        this(corpus, Map.of());
    }

    @Override
    public String recipe() {
        return "bench";
    }

    @Override
    public ChatModel model(String role) {
        return models(role).getFirst();
    }

    @Override
    public List<ChatModel> models(String role) {
        return bound.getOrDefault(role, List.of());
    }

    @Override
    public PromptLibrary prompts() {
        return ResourcePrompts.shipped();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Chance chance() {
        return new Chance(42, "bench");
    }
}
