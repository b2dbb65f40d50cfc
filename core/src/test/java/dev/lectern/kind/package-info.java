@NullMarked
package dev.lectern.kind;

import org.jspecify.annotations.NullMarked;
