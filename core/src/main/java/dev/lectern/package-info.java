/** The front door: {@code Lectern}, which nothing inside the project imports. */
@NullMarked
package dev.lectern;

import org.jspecify.annotations.NullMarked;
