@NullMarked
package dev.lectern.stage;

import org.jspecify.annotations.NullMarked;
