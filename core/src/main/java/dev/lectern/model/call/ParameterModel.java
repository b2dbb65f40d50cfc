package dev.lectern.model.call;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelId;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds the parameters of a role to every request that does not set them itself. They are part of the calls' identity. */
final class ParameterModel implements ChatModel {
    private final ChatModel model;
    private final SortedMap<String, Object> parameters;

    ParameterModel(ChatModel model, SortedMap<String, Object> parameters) {
        this.model = model;
        this.parameters = parameters;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        SortedMap<String, Object> all = new TreeMap<>(parameters);
        all.putAll(request.parameters());
        return model.chat(new ChatRequest(request.messages(), all, request.schema(), request.attempt()));
    }
}
