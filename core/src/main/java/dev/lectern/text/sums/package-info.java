/**
 * Reckons again what a text reckons: {@link dev.lectern.text.sums.Sums} finds equations between numbers, in signs or in words, English or
 * Chinese, and says which do not hold. Silent wherever a text may have meant something else.
 */
@NullMarked
package dev.lectern.text.sums;

import org.jspecify.annotations.NullMarked;
