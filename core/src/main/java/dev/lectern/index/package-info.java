/**
 * The index over a corpus: by words, by meaning, by both. It lies beside the run and follows from the set of passages alone. Start with
 * {@link dev.lectern.index.CorpusIndex}; stages only see {@link dev.lectern.corpus.Retriever}.
 */
@NullMarked
package dev.lectern.index;

import org.jspecify.annotations.NullMarked;
