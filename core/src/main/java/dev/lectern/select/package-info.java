/**
 * Which passages to extract from next, so that few calls bring most of what a target asks for. Start with {@link
 * dev.lectern.select.Selection} and {@link dev.lectern.select.Policy}. Knows vectors and ordinals only: no texts, no models, no runs.
 */
@NullMarked
package dev.lectern.select;

import org.jspecify.annotations.NullMarked;
