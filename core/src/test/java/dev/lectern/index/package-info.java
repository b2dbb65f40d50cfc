@NullMarked
package dev.lectern.index;

import org.jspecify.annotations.NullMarked;
