/** Stages that have models judge a row and keep what they say as scores. Start with {@link dev.lectern.stage.judge.CheckGrounding}; cuts are another stage's. */
@NullMarked
package dev.lectern.stage.judge;

import org.jspecify.annotations.NullMarked;
