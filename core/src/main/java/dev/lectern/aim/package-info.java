/**
 * What the rows of a selected dataset are for, shown by examples, and how well a passage or a pair fits it. Start with {@link
 * dev.lectern.aim.Aim} (what the user gave) and {@link dev.lectern.aim.Sight} (the same as vectors). Knows no stage and no run.
 */
@NullMarked
package dev.lectern.aim;

import org.jspecify.annotations.NullMarked;
