/** Documents, their structure, the passages they are cut into, and how to find them again. Start with {@link dev.lectern.corpus.Document}; knows nothing of stages. */
@NullMarked
package dev.lectern.corpus;

import org.jspecify.annotations.NullMarked;
