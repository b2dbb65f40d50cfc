package dev.lectern.model.call;

import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import dev.lectern.redact.Redactor;
import java.util.List;

/** Lets no personal data out to an embedder that runs elsewhere: texts go on with placeholders. */
record RedactedEmbedder(Embedder embedder, Redactor redactor) implements Embedder {
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
        return embedder.embed(texts.stream().map(redactor::hiding).toList());
    }
}
