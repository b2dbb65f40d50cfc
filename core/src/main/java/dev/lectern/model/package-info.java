/** The outside intelligence: chat models, embedders, and the store of replies that were paid for. Start with {@link dev.lectern.model.ChatModel}. */
@NullMarked
package dev.lectern.model;

import org.jspecify.annotations.NullMarked;
