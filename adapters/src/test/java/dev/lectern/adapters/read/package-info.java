/** Tests of the readers, and {@link dev.lectern.adapters.read.ShowDocument} to look at what they make of a file. */
@NullMarked
package dev.lectern.adapters.read;

import org.jspecify.annotations.NullMarked;
