@NullMarked
package dev.lectern.model.batch;

import org.jspecify.annotations.NullMarked;
