@NullMarked
package dev.lectern.model.call;

import org.jspecify.annotations.NullMarked;
