@NullMarked
package dev.lectern.check;

import org.jspecify.annotations.NullMarked;
