/**
 * Stages that drop rows which repeat others: word for word ({@link dev.lectern.stage.dedup.DropExactCopies}) or nearly
 * ({@link dev.lectern.stage.dedup.DropNearCopies}). Which row stays depends on ranks alone, never on arrival.
 */
@NullMarked
package dev.lectern.stage.dedup;

import org.jspecify.annotations.NullMarked;
