package dev.lectern.testkit;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelId;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A model in this process that answers by rule and remembers what it was asked. Safe for many threads. */
public final class FakeModel implements ChatModel {
    private static final ModelId ID = new ModelId("fake", "in-process", "fake");

    private final Function<ChatRequest, String> rule;
    private final ConcurrentLinkedQueue<ChatRequest> asked = new ConcurrentLinkedQueue<>();

    private FakeModel(Function<ChatRequest, String> rule) {
        this.rule = rule;
    }

    /** @param rule gives the reply's text, or throws what a model would throw */
    public static FakeModel by(Function<ChatRequest, String> rule) {
        return new FakeModel(rule);
    }

    public static FakeModel saying(String text) {
        return by(request -> text);
    }

    /** Answers all prompts that ship, from the passages they show. */
    public static FakeModel sensible() {
        return by(request -> Rules.sensible().reply(request.messages()));
    }

    @Override
    public ModelId id() {
        return ID;
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        asked.add(request);
        return BodyReader.PLAIN.read(rule.apply(request), ID.name());
    }

    /** All requests so far. */
    public List<ChatRequest> asked() {
        return List.copyOf(asked);
    }
}
