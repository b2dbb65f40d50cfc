@NullMarked
package dev.lectern.plan;

import org.jspecify.annotations.NullMarked;
