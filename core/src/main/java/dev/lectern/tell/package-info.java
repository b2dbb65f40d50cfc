/**
 * Tells of a build: how it stands while it goes on ({@link dev.lectern.tell.LiveCalls}, {@link dev.lectern.tell.Selected}), and what it
 * came to ({@link dev.lectern.tell.Telling}). Gathers the figures that {@code report} draws; decides nothing.
 */
@NullMarked
package dev.lectern.tell;

import org.jspecify.annotations.NullMarked;
