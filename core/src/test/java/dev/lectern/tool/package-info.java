@NullMarked
package dev.lectern.tool;

import org.jspecify.annotations.NullMarked;
