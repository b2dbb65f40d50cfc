/**
 * Questions and answers from a document's structure and sentences alone, with no model: {@link
 * dev.lectern.stage.extract.AskFromStructure}. {@code page} holds what the families work on, {@code en} and {@code zh} the
 * families. Every answer is copied; what is not clearly good is left out.
 */
@NullMarked
package dev.lectern.stage.extract;

import org.jspecify.annotations.NullMarked;
