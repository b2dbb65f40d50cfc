/**
 * The front door. {@link dev.lectern.Lectern} is where a program begins; {@code Building} is the whole of a build in the
 * order it happens. What is asked for lies in {@code options}, what a plan says in {@code plan}. Nothing else in the project imports
 * this package but the command line.
 */
@NullMarked
package dev.lectern;

import org.jspecify.annotations.NullMarked;
