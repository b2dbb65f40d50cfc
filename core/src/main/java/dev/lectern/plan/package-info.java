/**
 * What a build would do, told before it does: {@link dev.lectern.plan.Planning} looks at some units, as if or as a pilot, and {@code
 * Reckoning} makes a {@link dev.lectern.plan.Plan} of what they took. Asks no model but in a pilot.
 */
@NullMarked
package dev.lectern.plan;

import org.jspecify.annotations.NullMarked;
