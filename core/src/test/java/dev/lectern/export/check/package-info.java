@NullMarked
package dev.lectern.export.check;

import org.jspecify.annotations.NullMarked;
