@NullMarked
package dev.lectern.recipe;

import org.jspecify.annotations.NullMarked;
