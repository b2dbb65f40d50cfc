@NullMarked
package dev.lectern.stage.dedup;

import org.jspecify.annotations.NullMarked;
