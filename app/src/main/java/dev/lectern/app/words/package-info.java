/** What the program says, in the user's language: message bundles, translated problems, columns that Chinese fits into. A leaf. */
@NullMarked
package dev.lectern.app.words;

import org.jspecify.annotations.NullMarked;
