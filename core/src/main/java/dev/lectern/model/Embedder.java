package dev.lectern.model;

import java.util.List;

/**
 * Turns texts into vectors of unit length. How many texts a model sees at once changes the last digits of quantised models, so the
 * policy is fixed and part of {@link #id}.
 */
public interface Embedder {
    /** The kind of reply that vectors are kept as. */
    String KEPT = "embedding";

    /** Provider, address and name; for models of our own process the name holds the batching policy. */
    ModelId id();

    /** Length of a vector. */
    int dimensions();

    /** The text as the model reads it. Texts that it reads alike have one vector, which is kept under this. */
    default String asRead(String text) {
        return text;
    }

    /** @return one vector per text, in their order @throws ModelException as {@link ChatModel#chat} */
    List<float[]> embed(List<String> texts);
}
