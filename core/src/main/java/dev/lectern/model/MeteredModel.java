package dev.lectern.model;

/** Counts the tries that are on the wire. */
public final class MeteredModel implements ChatModel {
    private final ChatModel model;
    private final CallMeter meter;

    public MeteredModel(ChatModel model, CallMeter meter) {
        this.model = model;
        this.meter = meter;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        meter.started();
        try {
            return model.chat(request);
        } finally {
            meter.ended();
        }
    }
}
