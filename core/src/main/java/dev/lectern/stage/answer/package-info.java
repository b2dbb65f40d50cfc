/** Stages in which a model answers. Start with {@link dev.lectern.stage.answer.AnswerFromEvidence}. */
@NullMarked
package dev.lectern.stage.answer;

import org.jspecify.annotations.NullMarked;
