@NullMarked
package dev.lectern.redact;

import org.jspecify.annotations.NullMarked;
