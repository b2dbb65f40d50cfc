/** SearchInstruct and fact editing against an oracle that knows gold questions. Start with {@link dev.lectern.bench.search.SearchBench}. */
@NullMarked
package dev.lectern.bench.search;

import org.jspecify.annotations.NullMarked;
