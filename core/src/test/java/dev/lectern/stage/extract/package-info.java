/** Rows that structure alone gives, and rows it must not give. */
@NullMarked
package dev.lectern.stage.extract;

import org.jspecify.annotations.NullMarked;
