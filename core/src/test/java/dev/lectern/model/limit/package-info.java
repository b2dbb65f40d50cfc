@NullMarked
package dev.lectern.model.limit;

import org.jspecify.annotations.NullMarked;
