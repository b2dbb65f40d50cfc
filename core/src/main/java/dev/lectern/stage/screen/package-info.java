/**
 * Stages that refuse rows by program alone: what an instruction ({@link dev.lectern.stage.screen.ScreenInstruction}) and an
 * answer ({@link dev.lectern.stage.screen.ScreenAnswer}) may not be, and quotes that stand nowhere
 * ({@link dev.lectern.stage.screen.LocateQuotes}). Free, so they come before whatever is paid for.
 */
@NullMarked
package dev.lectern.stage.screen;

import org.jspecify.annotations.NullMarked;
