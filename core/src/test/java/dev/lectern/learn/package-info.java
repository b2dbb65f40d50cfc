@NullMarked
package dev.lectern.learn;

import org.jspecify.annotations.NullMarked;
