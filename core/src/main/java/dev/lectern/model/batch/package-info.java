/**
 * Calls that are handed in together and fetched hours later: {@link dev.lectern.model.batch.BatchDesk} gathers them and looks after them,
 * across invocations. Knows neither tries nor limits, and no clock but the one it is handed.
 */
@NullMarked
package dev.lectern.model.batch;

import org.jspecify.annotations.NullMarked;
