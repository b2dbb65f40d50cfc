/** What flows through the pipeline: {@link dev.lectern.sample.Sample} and its parts, and what a stage may say of it ({@link dev.lectern.sample.Outcome}). Imports nothing else of ours. */
@NullMarked
package dev.lectern.sample;

import org.jspecify.annotations.NullMarked;
