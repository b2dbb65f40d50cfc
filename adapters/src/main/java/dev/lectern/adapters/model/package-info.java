/**
 * Models behind an HTTP address that speaks OpenAI's chat completions. Start with {@link dev.lectern.adapters.model.OpenAiModel}; what
 * goes over the wire is in {@link dev.lectern.adapters.model.CompletionRequest} and {@link dev.lectern.adapters.model.Completion}, what can go wrong in {@link dev.lectern.adapters.model.WireFaults}.
 */
@NullMarked
package dev.lectern.adapters.model;

import org.jspecify.annotations.NullMarked;
