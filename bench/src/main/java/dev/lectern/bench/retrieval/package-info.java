/**
 * How well and how fast passages are found: questions of public sets, each of which has a passage of its own. Start with
 * {@link dev.lectern.bench.retrieval.RetrievalBench}.
 */
@NullMarked
package dev.lectern.bench.retrieval;

import org.jspecify.annotations.NullMarked;
