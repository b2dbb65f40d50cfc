/** Prompts as resources per language, and the records that replies parse into. */
@NullMarked
package dev.lectern.prompt;

import org.jspecify.annotations.NullMarked;
