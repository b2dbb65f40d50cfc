/**
 * Embedders that run in this process, on the processor alone: small models whose files lie on the class path. Start with
 * {@link dev.lectern.adapters.embed.InProcessProvider}; what a text goes through is in {@link dev.lectern.adapters.embed.OnnxEmbedder}.
 * Nothing here goes over a network.
 */
@NullMarked
package dev.lectern.adapters.embed;

import org.jspecify.annotations.NullMarked;
