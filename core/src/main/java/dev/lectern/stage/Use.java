package dev.lectern.stage;

import dev.lectern.corpus.Retriever;

/** What a stage uses beyond its own fields. Its digest is part of the stage's fingerprint; a role makes the stage a paid one. */
public sealed interface Use {
    /** A model bound to this role: writer, judge, student, voters, embedder. */
    record Role(String name) implements Use {}

    /** A prompt, by its folder: {@code ask-from-evidence/qa}. */
    record PromptFile(String name) implements Use {}

    /** The documents and passages. */
    record Documents() implements Use {}

    /** The index over the passages, and how it is searched. */
    record Index(Retriever.By by) implements Use {}

    /** The questions that people gave. */
    record Seeds() implements Use {}

    /** The facts that people gave. */
    record Facts() implements Use {}

    /** What the rows are for, as vectors: needs an embedder. */
    record Target() implements Use {}

    /** The tools that rows may call. */
    record Toolbox() implements Use {}

    /** Searches and pages of the web, so that the stage may wait. */
    record Web() implements Use {}
}
