@NullMarked
package dev.lectern.adapters.index;

import org.jspecify.annotations.NullMarked;
