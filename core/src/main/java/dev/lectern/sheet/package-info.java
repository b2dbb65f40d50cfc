/**
 * Rows that people hand over, whatever program wrote them: text, CSV, Excel, JSON. Start with {@link dev.lectern.sheet.Sheets}.
 * Knows lines and columns, not what they mean.
 */
@NullMarked
package dev.lectern.sheet;

import org.jspecify.annotations.NullMarked;
