/** The index over passages, kept by Lucene. Start with {@link dev.lectern.adapters.index.LuceneIndexMaker}. */
@NullMarked
package dev.lectern.adapters.index;

import org.jspecify.annotations.NullMarked;
