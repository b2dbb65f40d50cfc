/**
 * What happens between a stage that asks and the wire: kept replies first ({@code DurableModel}, {@code KeptEmbedder}, {@code KeptScores}),
 * then stand-ins and the form of the answer ({@code Asker}s on a {@code Route}), then tries and limits ({@code Try}s through the {@code
 * Gate}), then the budget ({@code Till}). One wrapper does one job and knows the next only as an {@code Asker} or a {@code Try}; {@link
 * dev.lectern.model.call.Models} puts them together and is nearly all that others see.
 */
@NullMarked
package dev.lectern.model.call;

import org.jspecify.annotations.NullMarked;
