/**
 * HTTP/1.1 as calls of models need it: one request, one answer, the thread waits. Start with {@link dev.lectern.adapters.wire.Wires}.
 * Knows nothing of models, and nothing of keys but that they stand in headers.
 */
@NullMarked
package dev.lectern.adapters.wire;

import org.jspecify.annotations.NullMarked;
