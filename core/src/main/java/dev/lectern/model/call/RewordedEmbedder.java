package dev.lectern.model.call;

import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import java.util.List;
import java.util.function.UnaryOperator;

/** Texts go on to the embedder as they are reworded: without personal data, or as its model reads them. Those that come to the same are one. */
record RewordedEmbedder(Embedder embedder, UnaryOperator<String> rewording) implements Embedder {
    @Override
    public ModelId id() {
        return embedder.id();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return embedder.embed(texts.stream().map(rewording).toList());
    }
}
