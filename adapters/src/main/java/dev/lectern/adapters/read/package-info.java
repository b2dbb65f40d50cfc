/**
 * Documents in: one reader per format, all laying their text out through {@link dev.lectern.corpus.DocumentBuilder}.
 * Start with {@link dev.lectern.adapters.read.MarkdownReader}; knows nothing of passages, stages or runs.
 */
@NullMarked
package dev.lectern.adapters.read;

import org.jspecify.annotations.NullMarked;
