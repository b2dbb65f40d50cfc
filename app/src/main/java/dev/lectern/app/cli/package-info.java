/**
 * The command line. {@link dev.lectern.app.cli.Program} reads the arguments, joins them with {@code lectern.yaml}, and hands
 * them to the command that the verb names; everything wrong is said at once, before anything runs.
 */
@NullMarked
package dev.lectern.app.cli;

import org.jspecify.annotations.NullMarked;
