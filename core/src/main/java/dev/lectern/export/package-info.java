/**
 * The dataset as trainers read it: one class per layout behind {@link dev.lectern.export.Format}, written by
 * {@link dev.lectern.export.Exporter} split by split, with {@code dataset_info.json} beside them. Knows samples, not runs or
 * recipes. The rules that trainers hold rows to live in {@code export.check}.
 */
@NullMarked
package dev.lectern.export;

import org.jspecify.annotations.NullMarked;
