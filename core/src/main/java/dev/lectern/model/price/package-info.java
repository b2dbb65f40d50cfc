/**
 * What calls cost: the price table that ships, a project's own before it, and the counting of tokens where a provider does not say.
 * Start with {@link dev.lectern.model.price.Prices}. Knows nothing of how calls are made.
 */
@NullMarked
package dev.lectern.model.price;

import org.jspecify.annotations.NullMarked;
