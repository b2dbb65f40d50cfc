/**
 * For tests, ours and those of whoever extends Lectern: contracts to extend ({@code …Contract}), models that answer by rule
 * ({@link dev.lectern.testkit.FakeModel}, {@link dev.lectern.testkit.ModelServer}).
 */
@NullMarked
package dev.lectern.testkit;

import org.jspecify.annotations.NullMarked;
