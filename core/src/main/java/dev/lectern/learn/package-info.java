/**
 * The mathematics of choosing: rows of numbers, clusters, transport between clouds, regressions. Begin at {@link dev.lectern.learn.Rows}.
 *
 * <p>Everything here is a function of its arguments and a seed: threads change the time, never a bit of the result. A leaf that knows
 * neither documents nor models.
 */
@NullMarked
package dev.lectern.learn;

import org.jspecify.annotations.NullMarked;
