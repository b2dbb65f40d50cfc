/** The program: {@link dev.lectern.app.Main} and nothing more. Commands live in {@code app.cli}, what they say in {@code app.words}. */
@NullMarked
package dev.lectern.app;

import org.jspecify.annotations.NullMarked;
