package dev.lectern.adapters.model;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;

/** Chat completions, which most houses and servers speak. */
record OpenAiDialect(ThinkingSwitch thinking) implements Dialect {
    @Override
    public String path(String model) {
        return "/chat/completions";
    }

    @Override
    public String write(String model, ChatRequest request, Manner manner) {
        return CompletionRequest.write(model, request, manner, thinking);
    }

    @Override
    public Heard hear(String body) {
        return new Completion(body);
    }

    @Override
    public boolean streams(ChatRequest request, Manner manner) {
        return CompletionRequest.streams(request, manner);
    }
}
