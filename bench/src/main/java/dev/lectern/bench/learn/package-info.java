/**
 * How fast the mathematics of choosing is, and that it stands a million passages. Start with {@link dev.lectern.bench.learn.LearnSpeed} and
 * {@link dev.lectern.bench.learn.ScaleBench}.
 */
@NullMarked
package dev.lectern.bench.learn;

import org.jspecify.annotations.NullMarked;
