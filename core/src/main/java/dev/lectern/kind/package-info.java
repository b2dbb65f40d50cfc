/**
 * Kinds of task: what to ask for, how to answer, what form the answer has, and what a row of the kind must hold. Start with
 * {@link dev.lectern.kind.TaskKind} and the list in {@link dev.lectern.kind.TaskKinds}. Knows samples and prompts, no stage.
 */
@NullMarked
package dev.lectern.kind;

import org.jspecify.annotations.NullMarked;
