package dev.lectern.stage;

import dev.lectern.corpus.Corpus;
import dev.lectern.model.ChatModel;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a stage that calls no model is handed in tests. */
public final class FakeTools implements Tools {
    private final Optional<Corpus> corpus;

    public FakeTools() {
        this.corpus = Optional.empty();
    }

    public FakeTools(Corpus corpus) {
        this.corpus = Optional.of(corpus);
    }

    /** A row with a question, an answer, no evidence. */
    public static Sample row(String id, String language, String instruction, String answer) {
        Sample asked = Sample.seedling("parent", language, List.<Evidence>of(), Lineage.of("test"))
                .child(id, List.of(Turn.user(instruction)), "qa");
        return answer.isEmpty() ? asked : asked.withAnswer(answer);
    }

    @Override
    public String recipe() {
        return "test";
    }

    @Override
    public Corpus corpus() {
        return corpus.orElseThrow();
    }

    @Override
    public ChatModel model(String role) {
        throw new UnsupportedOperationException("no model in this test");
    }

    @Override
    public List<ChatModel> models(String role) {
        return List.of();
    }

    @Override
    public PromptLibrary prompts() {
        throw new UnsupportedOperationException("no prompts in this test");
    }

    @Override
    public Clock clock() {
        throw new UnsupportedOperationException("no clock in this test");
    }

    @Override
    public Chance chance() {
        return new Chance(42, "test");
    }
}
