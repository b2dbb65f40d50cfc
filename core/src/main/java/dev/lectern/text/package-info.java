/** What can be said of text alone: hashes, words, sentences, tokens, similarity. A leaf, so that stages share it and not each other. */
@NullMarked
package dev.lectern.text;

import org.jspecify.annotations.NullMarked;
