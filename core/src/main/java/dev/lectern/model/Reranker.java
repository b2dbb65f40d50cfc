package dev.lectern.model;

import java.util.List;

/** Says how well texts answer a question, each text looked at beside the question. Safe for many threads. */
public interface Reranker {
    /** The kind of reply that scores are kept as. */
    String KEPT = "rerank";

    ModelId id();

    /** @return a score for each text, in their order; larger is better @throws ModelException as {@link ChatModel#chat} */
    List<Double> scores(String question, List<String> texts);
}
