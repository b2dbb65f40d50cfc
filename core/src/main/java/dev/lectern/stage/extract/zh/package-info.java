/**
 * What the recipe {@code extractive} knows of Chinese: its families, what no Chinese question or answer may look like, and how
 * questions are worded. Start with {@link dev.lectern.stage.extract.zh.Chinese}. Patterns and word lists are simplified; text is
 * folded character by character before it is compared, so traditional text meets the same rules and offsets stay.
 */
@NullMarked
package dev.lectern.stage.extract.zh;

import org.jspecify.annotations.NullMarked;
