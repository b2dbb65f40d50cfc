/**
 * Models behind HTTP addresses. Start with {@link dev.lectern.adapters.model.OpenAiProvider}; what goes over the wire is in
 * {@link dev.lectern.adapters.model.CompletionRequest} and {@link dev.lectern.adapters.model.Completion}, what can go wrong in
 * {@link dev.lectern.adapters.model.WireFaults}, and what is known of each house in {@link dev.lectern.adapters.model.OpenAiPresets}.
 */
@NullMarked
package dev.lectern.adapters.model;

import org.jspecify.annotations.NullMarked;
