/**
 * Would a trainer accept this file, row by row? {@link dev.lectern.export.check.DataCheck} reads any data file or
 * {@code dataset_info.json} and holds it to the rules of a {@link dev.lectern.export.check.Trainer}, taken from the trainers' own
 * code. Knows nothing of how we write files, so that it can judge that too.
 */
@NullMarked
package dev.lectern.export.check;

import org.jspecify.annotations.NullMarked;
