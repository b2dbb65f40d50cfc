/** Stages that decide how much of what a dataset holds: shares of labels, the best N. Start with {@link dev.lectern.stage.balance.CapShares}. */
@NullMarked
package dev.lectern.stage.balance;

import org.jspecify.annotations.NullMarked;
