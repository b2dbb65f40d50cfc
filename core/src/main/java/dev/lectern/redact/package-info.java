/**
 * Personal data: where it stands in a text, and placeholders in its place. Start with {@link dev.lectern.redact.Redactor}. A leaf: knows
 * nothing of models or documents.
 */
@NullMarked
package dev.lectern.redact;

import org.jspecify.annotations.NullMarked;
