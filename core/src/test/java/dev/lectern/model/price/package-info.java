@NullMarked
package dev.lectern.model.price;

import org.jspecify.annotations.NullMarked;
