package dev.lectern.bench;

import dev.lectern.corpus.Corpus;
import dev.lectern.model.ChatModel;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.stage.Tools;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;

/** Tools for a stage that needs documents and chance alone. */
record OfflineTools(Corpus corpus) implements Tools {
    @Override
    public String recipe() {
        return "extractive";
    }

    @Override
    public ChatModel model(String role) {
        throw new UnsupportedOperationException("no model here");
    }

    @Override
    public List<ChatModel> models(String role) {
        return List.of();
    }

    @Override
    public PromptLibrary prompts() {
        throw new UnsupportedOperationException("no prompts here");
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public Chance chance() {
        return new Chance(42, "ask-from-structure");
    }
}
