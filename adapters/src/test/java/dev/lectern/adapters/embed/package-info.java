@NullMarked
package dev.lectern.adapters.embed;

import org.jspecify.annotations.NullMarked;
