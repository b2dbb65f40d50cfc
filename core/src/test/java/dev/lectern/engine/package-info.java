@NullMarked
package dev.lectern.engine;

import org.jspecify.annotations.NullMarked;
