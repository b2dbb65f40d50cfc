package dev.lectern.model;

import java.util.concurrent.Semaphore;

/** Lets so many tries at once over the wire and no more. A permit is held for one try, not for the pause before the next. */
public final class LimitedModel implements ChatModel {
    private final ChatModel model;
    private final Semaphore permits;

    /** @param permits shared by all models of a run */
    public LimitedModel(ChatModel model, Semaphore permits) {
        this.model = model;
        this.permits = permits;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(ModelException.Kind.UNREACHABLE, "interrupted before the call was made", e);
        }
        try {
            return model.chat(request);
        } finally {
            permits.release();
        }
    }
}
