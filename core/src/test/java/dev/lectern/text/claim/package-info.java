@NullMarked
package dev.lectern.text.claim;

import org.jspecify.annotations.NullMarked;
