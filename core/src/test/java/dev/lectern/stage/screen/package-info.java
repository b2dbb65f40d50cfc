@NullMarked
package dev.lectern.stage.screen;

import org.jspecify.annotations.NullMarked;
