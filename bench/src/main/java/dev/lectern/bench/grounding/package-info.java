/**
 * How much of what is wrong the support checks catch, and how much of what is right they lose: an oracle that knows gold pairs is wrong
 * in a known share of its answers. Start with {@link dev.lectern.bench.grounding.GroundingBench}. What spoils and restates
 * answers knows nothing of what checks them.
 */
@NullMarked
package dev.lectern.bench.grounding;

import org.jspecify.annotations.NullMarked;
