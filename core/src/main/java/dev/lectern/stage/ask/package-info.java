/** Stages in which a model asks: instructions are born from evidence. Start with {@link dev.lectern.stage.ask.AskFromEvidence}. */
@NullMarked
package dev.lectern.stage.ask;

import org.jspecify.annotations.NullMarked;
