@NullMarked
package dev.lectern.prompt;

import org.jspecify.annotations.NullMarked;
