/** Stages that decide what evidence an answer may draw on. Start with {@link dev.lectern.stage.retrieve.Retrieve}. */
@NullMarked
package dev.lectern.stage.retrieve;

import org.jspecify.annotations.NullMarked;
