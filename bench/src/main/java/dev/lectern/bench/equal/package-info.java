/**
 * What selections are worth, by simulation: gold pairs stand for what an extractor would find. Start with {@link
 * dev.lectern.bench.equal.EqualBench}; {@link dev.lectern.bench.equal.MixedPool} makes files for it.
 */
@NullMarked
package dev.lectern.bench.equal;

import org.jspecify.annotations.NullMarked;
