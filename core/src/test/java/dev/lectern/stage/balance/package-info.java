@NullMarked
package dev.lectern.stage.balance;

import org.jspecify.annotations.NullMarked;
