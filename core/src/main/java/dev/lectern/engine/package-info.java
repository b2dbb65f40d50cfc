/**
 * Runs a recipe over documents and keeps the books: the engine, the run folder, and {@link dev.lectern.engine.Progress},
 * which whoever waits can listen to.
 */
@NullMarked
package dev.lectern.engine;

import org.jspecify.annotations.NullMarked;
