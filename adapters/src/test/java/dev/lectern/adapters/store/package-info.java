@NullMarked
package dev.lectern.adapters.store;

import org.jspecify.annotations.NullMarked;
