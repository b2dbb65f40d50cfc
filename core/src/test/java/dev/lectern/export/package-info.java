@NullMarked
package dev.lectern.export;

import org.jspecify.annotations.NullMarked;
