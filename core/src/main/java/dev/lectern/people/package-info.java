/**
 * What people say of rows, and rows that people write: out to a sheet and back, by id. Start with {@link dev.lectern.people.Reviews}. Knows
 * nothing of stages and runs but the samples they left.
 */
@NullMarked
package dev.lectern.people;

import org.jspecify.annotations.NullMarked;
