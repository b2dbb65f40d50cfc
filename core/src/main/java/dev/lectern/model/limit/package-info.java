/**
 * How many calls one endpoint is given at once, and how fast: {@link dev.lectern.model.limit.AdaptiveLimit} finds the number in flight from
 * what is refused and how long answers take, {@link dev.lectern.model.limit.Pace} keeps to a provider's windows, {@link
 * dev.lectern.model.limit.Outage} tells when it seems to be down. Numbers and times only; nothing here makes a call or reads a clock.
 */
@NullMarked
package dev.lectern.model.limit;

import org.jspecify.annotations.NullMarked;
