/**
 * What the families of every language work on: a document as a {@link dev.lectern.stage.extract.page.Page} of sections, and
 * the {@link dev.lectern.stage.extract.page.Find}s they make of it. Knows no language and no family.
 */
@NullMarked
package dev.lectern.stage.extract.page;

import org.jspecify.annotations.NullMarked;
