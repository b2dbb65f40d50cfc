package dev.lectern.model.call;

import java.util.List;

/** Where vectors come from that are not kept yet. */
@FunctionalInterface
interface VectorSource {
    /**
     * @param texts as many as go into one request
     * @return one vector of unit length per text, in their order
     * @throws dev.lectern.model.ModelException as {@link dev.lectern.model.Embedder#embed}
     */
    List<float[]> embed(List<String> texts, Bill bill);
}
