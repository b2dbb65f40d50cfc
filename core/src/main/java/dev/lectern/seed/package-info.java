/**
 * What people give a run besides documents: {@link dev.lectern.seed.Seeds questions} to begin from and {@link dev.lectern.seed.Facts facts}
 * that have changed. Read and checked before anything runs.
 */
@NullMarked
package dev.lectern.seed;

import org.jspecify.annotations.NullMarked;
