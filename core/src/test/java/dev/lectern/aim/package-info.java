@NullMarked
package dev.lectern.aim;

import org.jspecify.annotations.NullMarked;
