/**
 * What has to stand before the first stage runs, for a build as for a plan: options found right ({@link dev.lectern.prepare.Checked}),
 * documents read, the index, the replies that are kept, the way to the web, fingerprints and shares of the budget. Runs no stage.
 */
@NullMarked
package dev.lectern.prepare;

import org.jspecify.annotations.NullMarked;
