/**
 * How fast, how durable and how thrifty model calls are, against a model server in a process of its own. Start at
 * {@link dev.lectern.bench.calls.CallsBench}.
 */
@NullMarked
package dev.lectern.bench.calls;

import org.jspecify.annotations.NullMarked;
