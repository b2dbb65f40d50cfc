package dev.lectern.model;

import java.util.List;

/** Turns texts of several languages into vectors of one length that can be held against each other. */
public interface Meaning {
    /** A text and the language it is in. */
    record Worded(String text, String language) {}

    /** The models behind it. */
    List<ModelId> models();

    /** @return vectors of unit length, in their order @throws ModelException as {@link Embedder#embed} */
    List<float[]> vectors(List<Worded> texts);

    /** Whether texts of the two languages lie in one space; if not, their vectors stand at right angles and say nothing of each other. */
    boolean compares(String language, String other);
}
